import { readConfig, type Config, type Environment } from './config.js';
import { servicePorts } from './ports.js';

const config = (env: Environment = {}): Config => {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.error.map(({ variable }) => variable).join(', '));
  return read.value;
};
const faults = (env: Environment) => {
  const read = readConfig(env);
  return read.ok ? [] : read.error.map(({ variable }) => variable).sort();
};

describe('the configuration of a process', () => {
  it('is complete with nothing set', () => {
    expect(config()).toMatchObject({
      bus: 'kafka',
      store: 'mongo',
      host: '127.0.0.1',
      gateMs: 150,
      packs: ['bank', 'health', 'starter'],
      kafka: { brokers: ['127.0.0.1:9092'], partitions: 6 },
      httpPorts: { desk: servicePorts.desk.http },
      gatewayHttpUrl: 'http://127.0.0.1:4401',
    });
  });

  it('takes what is set, and nothing for what is empty', () => {
    expect(
      config({
        BATON_BUS: 'embedded',
        BATON_KAFKA_BROKERS: 'a:1, b:2',
        BATON_PACK: 'bank , ./mine',
        BATON_GATE_MS: '0',
        BATON_DATA: '',
        PORT: '8080',
        BATON_ROUTER_GRPC_PORT: '0',
        BATON_ROUTER_GRPC_URL: 'router:5404',
      }),
    ).toMatchObject({
      bus: 'embedded',
      kafka: { brokers: ['a:1', 'b:2'] },
      packs: ['bank', './mine'],
      gateMs: 0,
      dataDir: '.baton',
      httpPorts: { desk: 8080 },
      grpcPorts: { router: 0 },
      peerUrls: { router: 'router:5404' },
    });
  });

  it('reports all that is wrong together, by variable', () => {
    expect(
      faults({
        BATON_BUS: 'rabbit',
        BATON_MONGO_URL: 'http://localhost',
        BATON_KAFKA_PARTITIONS: '0',
        BATON_GATE_MS: 'soon',
        BATON_AUDIT_ORIGIN: 'has a space',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'collector',
        PORT: '80000',
        BATON_DIALOG_GRPC_PORT: 'x',
      }),
    ).toEqual([
      'BATON_AUDIT_ORIGIN',
      'BATON_BUS',
      'BATON_DIALOG_GRPC_PORT',
      'BATON_GATE_MS',
      'BATON_KAFKA_PARTITIONS',
      'BATON_MONGO_URL',
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      'PORT',
    ]);
  });

  it('says what to write instead of a port that is none', () => {
    const read = readConfig({ BATON_ROUTER_HTTP_PORT: '-1' });
    expect(read.ok ? [] : read.error[0]).toEqual({
      variable: 'BATON_ROUTER_HTTP_PORT',
      message: 'is not a port: write a whole number from 0 to 65535, e.g. 4404',
    });
  });

  it('never repeats a value: it may be a secret', () => {
    const read = readConfig({ BATON_MONGO_URL: 'user:secret@host' });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('has SMS and WhatsApp with everything they need, or says what is missing', () => {
    const twilio = {
      BATON_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      BATON_TWILIO_AUTH_TOKEN: 'secret',
      BATON_TWILIO_NUMBER: '+442079460100',
      BATON_PUBLIC_URL: 'https://baton.example.com/',
    };
    expect(config().twilio).toBeUndefined();
    expect(config(twilio)).toMatchObject({
      publicUrl: 'https://baton.example.com',
      twilio: { authToken: 'secret', number: '+442079460100', apiUrl: 'https://api.twilio.com' },
    });
    for (const name of Object.keys(twilio))
      expect(faults({ ...twilio, [name]: '' })).toEqual(['BATON_TWILIO_AUTH_TOKEN']);
    expect(faults({ ...twilio, BATON_TWILIO_NUMBER: '020 7946 0100' })).toContain('BATON_TWILIO_NUMBER');
  });

  it('gives packs the secrets of CRMs and no others', () => {
    const env = { BATON_CRM_TOKEN: 's3cret', BATON_EMAIL_TOKEN: 'a-token-of-the-mail-service' };
    expect(config(env).crmSecrets).toEqual({ BATON_CRM_TOKEN: 's3cret' });
  });
});
