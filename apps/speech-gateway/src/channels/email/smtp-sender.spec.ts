import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Channel } from '@baton/contracts';
import { SmtpSender } from './smtp-sender.js';

const message = {
  tenantId: 'bank',
  conversationId: 'c-1',
  channel: Channel.CHANNEL_EMAIL,
  leg: { number: 1, contactRef: 'ref', mail: { subject: 'My card', messageId: '<one@example.com>' } },
  to: 'luis@example.com',
  text: 'We have blocked it.\n.\nThe bank',
  turnIndex: 4,
};

describe('an answer by e-mail', () => {
  const received: string[] = [];
  let refuse: number | undefined;
  let server: SMTPServer;
  let sender: SmtpSender;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, callback) =>
        refuse === undefined
          ? callback()
          : callback(Object.assign(new Error('no'), { responseCode: refuse })),
      onData: (stream, _session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString());
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    sender = new SmtpSender({ url: `smtp://127.0.0.1:${port}`, from: 'help@bank.example' });
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  it('stands in the thread of the question and asks machines not to answer', async () => {
    expect(await sender.send(message)).toBe('sent');
    const [raw = ''] = received;
    for (const line of [
      'From: help@bank.example',
      'To: luis@example.com',
      'Subject: Re: My card',
      'In-Reply-To: <one@example.com>',
      'References: <one@example.com>',
      'Auto-Submitted: auto-replied',
    ])
      expect(raw).toContain(line);
    expect(raw).toMatch(/Message-ID: <[0-9a-f]{32}@bank\.example>/);
    expect(raw).toContain('We have blocked it.\r\n.\r\nThe bank');
  });

  it('has the same id if it is sent again', async () => {
    await sender.send(message);
    const [first, second] = received.map((raw) => /Message-ID: (.*)/.exec(raw)?.[1]);
    expect(second).toBe(first);
  });

  it('cannot be made to carry headers of the customer’s', async () => {
    const mail = { subject: 'x\r\nBcc: eve@example.com', messageId: '<a@b>\r\nX-Evil: 1' };
    await sender.send({ ...message, leg: { ...message.leg, mail } });
    expect(received.at(-1)).not.toMatch(/^(Bcc|X-Evil):/m);
  });

  it.each([
    [550, 'never'],
    [451, 'later'],
  ])('that the server refuses with %d is tried again: %s', async (code, outcome) => {
    refuse = code;
    expect(await sender.send(message)).toBe(outcome);
    refuse = undefined;
  });

  it('waits where there is no server', async () => {
    const nobody = new SmtpSender({ url: 'smtp://127.0.0.1:1', from: 'help@bank.example' });
    expect(await nobody.send(message)).toBe('later');
  });
});
