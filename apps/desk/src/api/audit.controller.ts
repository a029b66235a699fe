import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { unary } from '@baton/rpc';
import { parse } from '../http/parse.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { Sessions } from '../session/sessions.js';
import { trailEntryView } from '../views/trail-view.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

/** Building the proofs of a long conversation takes the auditor longer than an ordinary question, ms. */
const trailDeadlineMs = 10_000;

/** What the audit log proves. */
@Controller('api/audit')
export class AuditController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Get('checkpoint')
  async checkpoint(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { audit } = this.peers;
    return unary(audit, audit.getCheckpoint, { tenantId: this.#tenant(query, request) });
  }

  @Get(':conversationId')
  async trail(
    @Param('conversationId') conversationId: string,
    @Query() query: unknown,
    @Req() request: IncomingMessage,
  ) {
    const asked = { tenantId: this.#tenant(query, request), conversationId };
    const { audit } = this.peers;
    const [trail, { consents }] = await Promise.all([
      unary(audit, audit.getTrail, asked, trailDeadlineMs),
      unary(audit, audit.getConsents, asked, trailDeadlineMs),
    ]);
    return { ...trail, entries: trail.entries.map(trailEntryView), consents };
  }

  #tenant(query: unknown, request: IncomingMessage): string {
    return this.tenants.pick(parse(requests.tenant, query).tenant, this.sessions.of(request)).name;
  }
}
