import { fillText, type CrmConfig, type CrmLookup } from '@baton/packs';

/** An HTTP request before it is sent. */
export interface CrmRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Where secrets are found by name. */
export type Secrets = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, string>>;

/** The request a template means. Values are escaped for where they stand; every secret is there (`secretsNeeded`). */
export function crmRequest(
  crm: CrmConfig,
  { method, path, body }: CrmLookup | NonNullable<CrmConfig['writeBack']>,
  values: Values,
  secrets: Secrets,
): CrmRequest {
  const inPath = fillText(path, (name) =>
    name in values ? encodeURIComponent(values[name]!) : undefined,
  ).text;
  const filled =
    body &&
    Object.fromEntries(
      Object.entries(body).map(([field, text]) => [field, fillText(text, (name) => values[name]).text]),
    );
  return {
    method,
    url: `${crm.baseUrl.replace(/\/+$/, '')}${inPath}`,
    headers: {
      accept: 'application/json',
      ...(filled ? { 'content-type': 'application/json' } : {}),
      ...authHeader(crm.auth, secrets),
    },
    ...(filled ? { body: JSON.stringify(filled) } : {}),
  };
}

/** Names of the secrets the configuration needs. */
export function secretsNeeded({ auth }: CrmConfig): string[] {
  const { bearer, basic, header } = auth ?? {};
  return [bearer, basic?.user, basic?.password, header?.value].filter((name) => name !== undefined);
}

function authHeader(auth: CrmConfig['auth'], secrets: Secrets): Record<string, string> {
  if (auth?.bearer !== undefined) return { authorization: `Bearer ${secrets[auth.bearer] ?? ''}` };
  if (auth?.basic !== undefined) {
    const pair = `${secrets[auth.basic.user] ?? ''}:${secrets[auth.basic.password] ?? ''}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  }
  if (auth?.header !== undefined) return { [auth.header.name]: secrets[auth.header.value] ?? '' };
  return {};
}
