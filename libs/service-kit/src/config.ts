import { homedir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '@baton/kernel';
import { z } from 'zod';
import { envName, serviceNames, servicePorts, type GrpcServiceName, type ServiceName } from './ports.js';

/** The environment as text. Nothing else in Baton reads `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(0).max(65_535);

/** A whole number, with a message that says what to write. */
function wholeNumber(min: number, max: number, fallback: number) {
  const instead = `write a whole number from ${min} to ${max}, e.g. ${fallback}`;
  return z.coerce
    .number({ error: instead })
    .int(instead)
    .min(min, instead)
    .max(max, instead)
    .default(fallback);
}

const settings = z.object({
  BATON_BUS: z.enum(['embedded', 'kafka']).default('kafka'),
  BATON_STORE: z.enum(['embedded', 'mongo']).default('mongo'),
  BATON_DATA: z.string().min(1).default('.baton'),
  BATON_CACHE: z.string().min(1).optional(),
  BATON_KAFKA_BROKERS: z.string().min(1).default('127.0.0.1:9092'),
  BATON_KAFKA_CREATE_TOPICS: z.enum(['true', 'false']).default('true'),
  BATON_KAFKA_PARTITIONS: wholeNumber(1, 1_000, 6),
  BATON_KAFKA_REPLICATION: wholeNumber(1, 9, 1),
  BATON_KAFKA_TLS: z.enum(['true', 'false']).default('false'),
  BATON_KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  BATON_KAFKA_SASL_USERNAME: z.string().optional(),
  BATON_KAFKA_SASL_PASSWORD: z.string().optional(),
  BATON_MONGO_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .default('mongodb://127.0.0.1:27017'),
  BATON_MONGO_DATABASE: z.string().min(1).default('baton'),
  BATON_HOST: z.string().min(1).default('127.0.0.1'),
  BATON_PACK: z.string().min(1).default('bank,health,starter'),
  BATON_PACKS_DIR: z.string().min(1).default('packs'),
  BATON_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  BATON_AUDIT_KEY_FILE: z.string().optional(),
  BATON_SESSION_KEY_FILE: z.string().optional(),
  BATON_CUSTOMER_KEY_FILE: z.string().optional(),
  BATON_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'write a URL, e.g. https://baton.example.com' })
    .optional(),
  BATON_TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'write the account SID: AC and 32 hexadecimal digits')
    .optional(),
  BATON_TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  BATON_TWILIO_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'write a number in E.164, e.g. +442079460100')
    .optional(),
  BATON_TWILIO_API_URL: z.url().default('https://api.twilio.com'),
  BATON_OUTBOX: z.enum(['true', 'false']).default('false'),
  BATON_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'write smtp://user:password@host:587, or smtps://…' })
    .optional(),
  BATON_EMAIL_FROM: z.email('write the address customers are answered from').optional(),
  BATON_EMAIL_TOKEN: z.string().min(16, 'write a secret of at least 16 characters').optional(),
  BATON_AUDIT_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/, 'must have no space and no +')
    .default('baton.local/audit'),
  BATON_GATE_MS: wholeNumber(0, 5_000, 150),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

/** The typed configuration of a process. */
export interface Config {
  readonly bus: 'embedded' | 'kafka';
  readonly store: 'embedded' | 'mongo';
  readonly dataDir: string;
  /** What can be made again but takes time, shared by all data folders of this machine. */
  readonly cacheDir: string;
  readonly kafka: {
    readonly brokers: readonly string[];
    readonly createTopics: boolean;
    readonly partitions: number;
    readonly replication: number;
    readonly tls: boolean;
    readonly sasl?: KafkaLogin;
  };
  readonly mongo: { readonly url: string; readonly database: string };
  readonly host: string;
  /** Names or folders of the packs to serve; the first is the default tenant's. */
  readonly packs: readonly string[];
  readonly packsDir: string;
  readonly logLevel: string;
  readonly auditKeyFile?: string;
  readonly sessionKeyFile?: string;
  readonly auditOrigin: string;
  /** What customers' data keys are wrapped with. */
  readonly customerKeyFile?: string;
  /** Where carriers reach the gateway, without a slash at the end. */
  readonly publicUrl?: string;
  /** Present where SMS and WhatsApp are on. */
  readonly twilio?: TwilioAccount;
  /** Messages to customers are kept for a look instead of being sent: development. */
  readonly outbox: boolean;
  /** What a mail service must know to hand in e-mail; absent: the channel is off. */
  readonly emailToken?: string;
  /** Present where e-mail is answered. */
  readonly smtp?: { readonly url: string; readonly from: string };
  /** Every `BATON_CRM_…` variable: the secrets a pack's `crm.yaml` may name. */
  readonly crmSecrets: Readonly<Record<string, string>>;
  /** How long the bot's next sentence waits for the decision of its turn, ms. */
  readonly gateMs: number;
  readonly otlpEndpoint?: string;
  /** 0 asks for any free port. */
  readonly httpPorts: Readonly<Record<ServiceName, number>>;
  readonly grpcPorts: Readonly<Record<GrpcServiceName, number>>;
  /** host:port of peers that run elsewhere. */
  readonly peerUrls: Readonly<Partial<Record<GrpcServiceName, string>>>;
  /** Where the desk finds the caller WebSocket of the gateway, when it runs elsewhere. */
  readonly gatewayHttpUrl: string;
}

/** How Kafka knows us. */
export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

/** How Twilio knows us, and we it. */
export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** E.164: what customers are answered from where they did not write to another number of ours. */
  readonly number: string;
  readonly apiUrl: string;
}

/** One thing wrong in the environment. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

/** Reads the environment once. All faults come together. */
export function readConfig(env: Environment): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(present);
  if (!parsed.success) {
    faults.push(
      ...parsed.error.issues.map((issue) => ({ variable: issue.path.join('.'), message: issue.message })),
    );
  }
  const httpPorts = {} as Record<ServiceName, number>;
  const grpcPorts = {} as Record<GrpcServiceName, number>;
  const peerUrls: Partial<Record<GrpcServiceName, string>> = {};
  for (const service of serviceNames) {
    const httpVariable =
      service === 'desk' && present['PORT'] !== undefined ? 'PORT' : `BATON_${envName(service)}_HTTP_PORT`;
    httpPorts[service] = readPort(present, httpVariable, servicePorts[service].http, faults);
    if (!isGrpcService(service)) continue;
    grpcPorts[service] = readPort(
      present,
      `BATON_${envName(service)}_GRPC_PORT`,
      servicePorts[service].grpc,
      faults,
    );
    const url = present[`BATON_${envName(service)}_GRPC_URL`];
    if (url !== undefined) peerUrls[service] = url;
  }
  const login = parsed.success ? kafkaLogin(parsed.data, faults) : undefined;
  const twilio = parsed.success ? twilioAccount(parsed.data, faults) : undefined;
  const smtp = parsed.success ? smtpServer(parsed.data, faults) : undefined;
  if (!parsed.success || faults.length > 0) return err(faults);
  const s = parsed.data;
  return ok({
    bus: s.BATON_BUS,
    store: s.BATON_STORE,
    dataDir: s.BATON_DATA,
    cacheDir: cacheDirOf(s.BATON_CACHE),
    kafka: {
      brokers: s.BATON_KAFKA_BROKERS.split(',').map((broker) => broker.trim()),
      createTopics: s.BATON_KAFKA_CREATE_TOPICS === 'true',
      partitions: s.BATON_KAFKA_PARTITIONS,
      replication: s.BATON_KAFKA_REPLICATION,
      tls: s.BATON_KAFKA_TLS === 'true',
      ...(login === undefined ? {} : { sasl: login }),
    },
    mongo: { url: s.BATON_MONGO_URL, database: s.BATON_MONGO_DATABASE },
    host: s.BATON_HOST,
    packs: s.BATON_PACK.split(',').map((pack) => pack.trim()),
    packsDir: s.BATON_PACKS_DIR,
    logLevel: s.BATON_LOG_LEVEL,
    ...(s.BATON_AUDIT_KEY_FILE === undefined ? {} : { auditKeyFile: s.BATON_AUDIT_KEY_FILE }),
    ...(s.BATON_SESSION_KEY_FILE === undefined ? {} : { sessionKeyFile: s.BATON_SESSION_KEY_FILE }),
    auditOrigin: s.BATON_AUDIT_ORIGIN,
    ...(s.BATON_CUSTOMER_KEY_FILE === undefined ? {} : { customerKeyFile: s.BATON_CUSTOMER_KEY_FILE }),
    ...(s.BATON_PUBLIC_URL === undefined ? {} : { publicUrl: s.BATON_PUBLIC_URL.replace(/\/+$/, '') }),
    ...(twilio === undefined ? {} : { twilio }),
    outbox: s.BATON_OUTBOX === 'true',
    ...(s.BATON_EMAIL_TOKEN === undefined ? {} : { emailToken: s.BATON_EMAIL_TOKEN }),
    ...(smtp === undefined ? {} : { smtp }),
    crmSecrets: crmSecretsOf(present),
    gateMs: s.BATON_GATE_MS,
    ...(s.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? {} : { otlpEndpoint: s.OTEL_EXPORTER_OTLP_ENDPOINT }),
    httpPorts,
    grpcPorts,
    peerUrls,
    gatewayHttpUrl:
      present['BATON_SPEECH_GATEWAY_HTTP_URL'] ?? `http://127.0.0.1:${httpPorts['speech-gateway']}`,
  });
}

/** A mechanism needs a name and a password, and the other way round. */
function kafkaLogin(s: z.infer<typeof settings>, faults: ConfigFault[]): KafkaLogin | undefined {
  const {
    BATON_KAFKA_SASL_MECHANISM: mechanism,
    BATON_KAFKA_SASL_USERNAME: username,
    BATON_KAFKA_SASL_PASSWORD: password,
  } = s;
  if (mechanism === undefined && username === undefined && password === undefined) return undefined;
  if (mechanism !== undefined && username !== undefined && password !== undefined)
    return { mechanism, username, password };
  faults.push({
    variable: 'BATON_KAFKA_SASL_MECHANISM',
    message:
      'set it together with BATON_KAFKA_SASL_USERNAME and BATON_KAFKA_SASL_PASSWORD, or none of the three',
  });
  return undefined;
}

/** Without the public address a signature cannot be checked, without an account nobody can be answered: all of it, or none. */
function twilioAccount(s: z.infer<typeof settings>, faults: ConfigFault[]): TwilioAccount | undefined {
  const {
    BATON_TWILIO_ACCOUNT_SID: accountSid,
    BATON_TWILIO_AUTH_TOKEN: authToken,
    BATON_TWILIO_NUMBER: number,
  } = s;
  if (accountSid === undefined && authToken === undefined && number === undefined) return undefined;
  if (accountSid !== undefined && authToken !== undefined && number !== undefined && s.BATON_PUBLIC_URL)
    return { accountSid, authToken, number, apiUrl: s.BATON_TWILIO_API_URL.replace(/\/+$/, '') };
  faults.push({
    variable: 'BATON_TWILIO_AUTH_TOKEN',
    message:
      'set it together with BATON_TWILIO_ACCOUNT_SID, BATON_TWILIO_NUMBER and BATON_PUBLIC_URL, or leave Twilio out',
  });
  return undefined;
}

function smtpServer(s: z.infer<typeof settings>, faults: ConfigFault[]): Config['smtp'] {
  const { BATON_SMTP_URL: url, BATON_EMAIL_FROM: from } = s;
  if (url !== undefined && from !== undefined) return { url, from };
  if (url !== undefined || from !== undefined)
    faults.push({
      variable: 'BATON_SMTP_URL',
      message: 'set it together with BATON_EMAIL_FROM, or leave both out',
    });
  return undefined;
}

function crmSecretsOf(env: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith('BATON_CRM_') && value !== undefined ? [[name, value]] : [],
    ),
  );
}

export function isGrpcService(service: ServiceName): service is GrpcServiceName {
  return 'grpc' in servicePorts[service];
}

function readPort(env: Environment, variable: string, fallback: number, faults: ConfigFault[]): number {
  const text = env[variable];
  if (text === undefined) return fallback;
  const parsed = port.safeParse(text);
  if (parsed.success) return parsed.data;
  faults.push({ variable, message: `is not a port: write a whole number from 0 to 65535, e.g. ${fallback}` });
  return fallback;
}

/** Where what can be made again is kept: what `BATON_CACHE` names, else a folder of the user's. */
export function cacheDirOf(named: string | undefined): string {
  return named ?? join(homedir(), '.cache', 'baton');
}
