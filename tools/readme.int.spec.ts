import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decision, EscalationDecided } from '@baton/contracts';
import { encodeEvent, openKafkaBus } from '@baton/eventing';
import { systemIds } from '@baton/kernel';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const brokers = process.env['BATON_KAFKA_BROKERS'];
if (!brokers) throw new Error('BATON_KAFKA_BROKERS is not set; `npm run test:integration` sets it.');

describe('the README on Apache Kafka', () => {
  it('subscribes to an escalation in ten lines', async () => {
    const [, program] = /```ts\n([\s\S]*?)```/.exec(readme)!;
    expect(program!.trim().split('\n').length).toBeLessThanOrEqual(10);
    // Inside the repository, so that its packages are found.
    const dir = join(root, '.cache/readme');
    mkdirSync(dir, { recursive: true });
    const file = join(dir, 'on-escalation.ts');
    writeFileSync(file, program!.replace(`'127.0.0.1:9092'`, JSON.stringify(brokers)));
    const bus = await openKafkaBus({ brokers: brokers.split(','), clientId: 'baton-readme' });
    await bus.ensureTopics([EscalationDecided.topic]);
    const subject = systemIds.next();
    const meta = {
      id: systemIds.next(),
      source: '/test',
      subject,
      time: Date.now(),
      tenantId: 'bank',
      correlationId: subject,
    };
    const decision = Decision.fromPartial({ reasons: ['fraud'] });
    await bus.publish([encodeEvent(EscalationDecided, meta, { decision, handoffId: 'handoff-1' })]);
    await bus.close();

    const child = spawn(process.execPath, ['--no-warnings', file], {
      cwd: dir,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    try {
      const printed = await new Promise<string>((resolve, reject) => {
        let text = '';
        for (const stream of [child.stdout, child.stderr])
          stream.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk;
            if (text.includes(subject)) resolve(text);
          });
        child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${text}`)));
      });
      expect(printed).toContain(`bank ${subject} handoff-1 [ 'fraud' ]`);
    } finally {
      child.kill('SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    }
  }, 60_000);

  it('plays a call through services that run each by themselves', () => {
    const command = 'npm run -s baton -- call packs/bank/scripts/zero-key.yaml --mode distributed';
    expect(readme).toContain(command);
    const { status, stdout, stderr } = spawnSync(command, {
      cwd: root,
      shell: true,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    expect({ status, stderr: status === 0 ? '' : stderr, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^pass/m),
    });
  }, 120_000);
});
