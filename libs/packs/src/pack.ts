import type { Article } from './article.js';
import type { BotConfig } from './bot-schema.js';
import type { CallScript } from './call-script-schema.js';
import type { ComplianceConfig } from './compliance-schema.js';
import type { CrmConfig } from './crm-schema.js';
import type { DemoConfig } from './demo-schema.js';
import type { EscalationSource } from './escalation-schema.js';
import type { RoutingConfig } from './routing-schema.js';

/** A tenant pack that was found valid: what differs between companies, as data. */
export interface Pack {
  /** The name of its folder. */
  name: string;
  /** Its folder, as given. */
  dir: string;
  /** Its version, see `packSha256`. */
  sha256: string;
  /** The languages of its bot, the default first. */
  languages: string[];
  bot: BotConfig;
  escalation: EscalationSource;
  routing: RoutingConfig;
  compliance: ComplianceConfig;
  /** Absent where customers are known to the built-in CRM alone. */
  crm?: CrmConfig;
  /** Absent where the pack has none or it was not wanted. */
  demo?: DemoConfig;
  articles: Article[];
  scripts: CallScript[];
}
