import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import { CheckpointSigner } from './checkpoints/checkpoint-signer.js';
import { Checkpoints } from './checkpoints/checkpoints.js';
import { LogKeys } from './checkpoints/log-keys.js';
import { signingKey } from './checkpoints/signing-key.js';
import {
  checkpointCollection,
  checkpointIndexes,
  type StoredCheckpoint,
} from './checkpoints/stored-checkpoint.js';
import type { ConsentLedger } from './domain/consent-ledger.js';
import { AuditController } from './grpc/audit.controller.js';
import { auditHandlers } from './handlers/index.js';
import { AuditLog } from './log/audit-log.js';
import { openLogStore } from './log/log-store.js';
import { threadedSealer } from './log/threaded-sealer.js';
import { CONSENT_REPOSITORY, Consents } from './store/consents.js';
import { Trail } from './trail.js';

/** Nobody waits for an entry of the log, so entries may wait for each other, ms. */
const gatherMs = 60;

@Module({
  controllers: [AuditController],
  providers: [
    {
      provide: LogKeys,
      inject: [PLATFORM],
      useFactory: ({ config }: Platform) => new LogKeys(config.auditOrigin, signingKey(config)),
    },
    {
      provide: AuditLog,
      inject: [PLATFORM],
      useFactory: async (platform: Platform) => {
        const log = new AuditLog({
          store: await openLogStore(platform.store),
          randomBytes,
          sealer: threadedSealer(),
          gatherMs,
          onAppended: (tenant, entries) => count('baton.audit.entries', { tenant }, entries),
        });
        platform.runInBackground({ start: () => undefined, stop: () => log.close() });
        return log;
      },
    },
    {
      provide: Checkpoints,
      inject: [PLATFORM],
      useFactory: async (platform: Platform) =>
        new Checkpoints(
          await openRepository<StoredCheckpoint>(platform, {
            name: checkpointCollection,
            indexes: checkpointIndexes,
          }),
        ),
    },
    {
      provide: CONSENT_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) => openRepository<ConsentLedger>(platform, { name: 'audit_consent' }),
    },
    {
      provide: CheckpointSigner,
      inject: [PLATFORM, AuditLog, Checkpoints, LogKeys],
      useFactory: (platform: Platform, log: AuditLog, checkpoints: Checkpoints, keys: LogKeys) => {
        const signer = new CheckpointSigner({ log, checkpoints, keys, logger: platform.logger });
        platform.runInBackground({ start: () => signer.start(), stop: () => signer.stop() });
        return signer;
      },
    },
    Consents,
    Trail,
    ...auditHandlers,
  ],
})
export class ComplianceAuditorModule {}
