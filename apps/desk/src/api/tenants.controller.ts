import { Controller, Get, Inject } from '@nestjs/common';
import { tenantView } from '../views/tenant-view.js';
import { Tenants } from './tenants.js';

@Controller('api/tenants')
export class TenantsController {
  constructor(@Inject(Tenants) private readonly tenants: Tenants) {}

  @Get()
  list() {
    return { tenants: this.tenants.all().map(tenantView) };
  }
}
