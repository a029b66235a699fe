import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController, HEALTH_REPORTER, type HealthReporter } from './health.controller.js';
import { PLATFORM, type Platform } from './platform.js';

/** Hands the platform to every module of one service. */
@Module({})
export class PlatformModule {
  static of(platform: Platform, reporter: HealthReporter): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: PLATFORM, useValue: platform },
        { provide: HEALTH_REPORTER, useValue: reporter },
      ],
      exports: [PLATFORM],
    };
  }
}
