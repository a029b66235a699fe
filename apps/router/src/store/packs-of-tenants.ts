import { Inject, Injectable } from '@nestjs/common';
import type { Pack } from '@baton/packs';
import { perPackVersion, PLATFORM, type Platform } from '@baton/service-kit';
import { turnPolicyOf, type TurnPolicy } from '../domain/deciding/turn-policy.js';
import { callbackWords } from '../domain/handoff/callback-words.js';

/** What this service makes of packs, once per version. */
@Injectable()
export class PacksOfTenants {
  readonly #policyOf = perPackVersion(turnPolicyOf);
  readonly #callbackWordsOf = perPackVersion((pack) => callbackWords(pack.routing.announce.callbackOffer));

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** The version a conversation keeps, or the tenant's newest where that is gone or not known yet. */
  pack(tenantId: string, sha256: string): Pack {
    return this.platform.packs.version(tenantId, sha256);
  }

  policy(tenantId: string, sha256: string): TurnPolicy {
    return this.#policyOf(this.pack(tenantId, sha256));
  }

  /** What a waiting caller can say to be rung instead. */
  callbackWords(tenantId: string): ReadonlySet<string> {
    return this.#callbackWordsOf(this.platform.packs.current(tenantId));
  }
}
