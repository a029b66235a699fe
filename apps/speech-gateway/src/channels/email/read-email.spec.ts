import fc from 'fast-check';
import { Channel } from '@baton/contracts';
import { readEmail } from './read-email.js';

const mail = (headers: Record<string, string>, body: string) =>
  Buffer.from(
    [
      ...Object.entries({
        From: 'Luis Herrera <Luis.Herrera@Example.com>',
        To: 'help@bank.example',
        Subject: 'My card',
        'Message-ID': '<one@example.com>',
        'Content-Type': 'text/plain; charset=utf-8',
        ...headers,
      })
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
const read = async (headers: Record<string, string>, body: string) => readEmail('bank', mail(headers, body));
const textOf = async (headers: Record<string, string>, body: string) => {
  const got = await read(headers, body);
  return got.ok && got.value.kind === 'message' ? got.value.message.text : got;
};

describe('an e-mail', () => {
  it('is who wrote it, what they wrote and what it answers', async () => {
    const got = await read(
      { References: '<first@bank.example> <second@bank.example>', 'In-Reply-To': '<second@bank.example>' },
      'It is gone.',
    );
    expect(got).toMatchObject({
      value: {
        kind: 'message',
        message: {
          channel: Channel.CHANNEL_EMAIL,
          identifier: { kind: 'email', value: 'luis.herrera@example.com' },
          proof: 'network',
          text: 'It is gone.',
          leg: {
            ourAddress: 'help@bank.example',
            mail: { subject: 'My card', messageId: '<one@example.com>' },
          },
        },
      },
    });
    expect(got.ok && got.value.kind === 'message' && got.value.message.answers).toHaveLength(2);
  });

  it('has one id however often it comes, another for another, and also without a Message-ID', async () => {
    const idOf = async (headers: Record<string, string>, body = 'x') => {
      const got = await read(headers, body);
      return got.ok && got.value.kind === 'message' ? got.value.message.messageId : undefined;
    };
    expect(await idOf({})).toBe(await idOf({}));
    expect(await idOf({ 'Message-ID': '<two@example.com>' })).not.toBe(await idOf({}));
    expect(await idOf({ 'Message-ID': '' }, 'a')).not.toBe(await idOf({ 'Message-ID': '' }, 'b'));
  });

  it.each([
    [
      'a quoted reply',
      'Yes please.\r\n\r\nOn Fri, 27 Nov 2026 at 10:00, Bank <help@bank.example> wrote:\r\n> Shall we block it?\r\n> Best',
      'Yes please.',
    ],
    ['a signature', 'Yes please.\r\n\r\n-- \r\nLuis Herrera\r\n+34 910 000 155', 'Yes please.'],
    [
      'a quote in Spanish',
      'Sí.\r\n\r\nEl vie, 27 nov 2026 a las 10:00, Banco <help@bank.example> escribió:\r\n> ¿La bloqueamos?',
      'Sí.',
    ],
    ['nothing but a subject', '', 'My card'],
  ])('is what was written this time, without %s', async (_, body, text) => {
    expect(await textOf({}, body)).toBe(text);
  });

  it('is read through its encodings', async () => {
    const encoded = await textOf(
      { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': 'quoted-printable' },
      'Se=F1or, mi tarjeta no est=E1.',
    );
    expect(encoded).toBe('Señor, mi tarjeta no está.');
    expect(
      await textOf(
        { 'Content-Type': 'text/html' },
        '<style>p{}</style><p>Gone &amp; lost</p><blockquote>old</blockquote>',
      ),
    ).toBe('Gone & lost');
  });

  it('names what is attached by kind alone, and not all of a hundred', async () => {
    const part =
      '--b\r\nContent-Type: application/pdf; name="Luis Herrera.pdf"\r\nContent-Disposition: attachment; filename="Luis Herrera.pdf"\r\n\r\nx\r\n';
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee these\r\n${part.repeat(100)}--b--\r\n`;
    const text = await textOf({ 'Content-Type': 'multipart/mixed; boundary=b' }, body);
    expect(text).toMatch(/^See these\s+\[100 attached: application\/pdf, .*, 90 more\]$/);
  });

  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'auto-submitted'],
    [{ 'Auto-Submitted': 'auto-generated; x=1' }, 'auto-submitted'],
    [{ 'Return-Path': '<>' }, 'bounce'],
    [{ From: 'MAILER-DAEMON@mx.example.com' }, 'bounce'],
    [{ 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, 'bounce'],
    [{ Precedence: 'bulk' }, 'bulk'],
    [{ 'List-Id': '<news.example.com>' }, 'bulk'],
    [{ 'X-Auto-Response-Suppress': 'DR, All' }, 'auto-submitted'],
  ])('that nobody wrote is ignored: %j', async (headers, why) => {
    expect(await read(headers as unknown as Record<string, string>, 'Out of office')).toEqual({
      ok: true,
      value: { kind: 'ignored', why },
    });
  });

  it('that says it was written by hand is taken', async () => {
    expect(await textOf({ 'Auto-Submitted': 'no' }, 'It is gone.')).toBe('It is gone.');
  });

  it('is refused without a sender', async () => {
    expect(await read({ From: '' }, 'x')).toEqual({ ok: false, error: 'it has no From' });
  });

  it('never throws, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readEmail('bank', Buffer.from(bytes))).toHaveProperty('ok');
      }),
      { numRuns: 50 },
    );
  });
});
