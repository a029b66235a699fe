import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Channel } from '@baton/contracts';
import { readTwilioMessage } from './twilio-message.js';
import { isSignedByTwilio } from './twilio-signature.js';

/** The example of Twilio's own documentation, and what `openssl dgst -sha1 -hmac 12345` makes of it. */
const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const documented = new URLSearchParams({
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675310',
  Digits: '1234',
  From: '+14158675310',
  To: '+18005551212',
});
const signature = 'GvWf1cFY/Q7PnoempGyD5oXAezc=';

describe("Twilio's signature", () => {
  it('holds for the example Twilio documents', () => {
    expect(isSignedByTwilio('12345', url, documented, signature)).toBe(true);
  });

  it('does not depend on the order of the parameters', () => {
    const reversed = new URLSearchParams([...documented].reverse());
    expect(isSignedByTwilio('12345', url, reversed, signature)).toBe(true);
  });

  it.each([
    ['another token', '12346', url, documented, signature],
    ['another address', '12345', `${url}3`, documented, signature],
    ['another parameter', '12345', url, new URLSearchParams([...documented, ['X', '1']]), signature],
    ['no signature', '12345', url, documented, undefined],
    ['an empty one', '12345', url, documented, ''],
    ['half of one', '12345', url, documented, signature.slice(0, 12)],
    ['what is no base64', '12345', url, documented, '!!!'],
  ])('does not hold for %s', (_, token, address, form, given) => {
    expect(isSignedByTwilio(token, address, form, given)).toBe(false);
  });

  it('never throws, whatever is given', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (address, body, given) => {
        expect(isSignedByTwilio('12345', address, new URLSearchParams(body), given)).toBe(false);
      }),
    );
  });

  it('counts a value that stands several times once', () => {
    const form = new URLSearchParams('MediaUrl=b&MediaUrl=a&MediaUrl=b');
    const signed = createHmac('sha1', 't').update(`${url}MediaUrlaMediaUrlb`).digest('base64');
    expect(isSignedByTwilio('t', url, form, signed)).toBe(true);
  });
});

describe("Twilio's form", () => {
  const sms = new URLSearchParams(
    'ToCountry=GB&ToState=&SmsMessageSid=SM0f8fad5bd9cb469fa16570867728950e&NumMedia=0&ToCity=&FromZip=&' +
      'SmsSid=SM0f8fad5bd9cb469fa16570867728950e&FromState=&SmsStatus=received&FromCity=&Body=My+card+is+gone%21&' +
      'FromCountry=GB&To=%2B442079460100&ToZip=&NumSegments=1&MessageSid=SM0f8fad5bd9cb469fa16570867728950e&' +
      'AccountSid=AC00000000000000000000000000000001&From=%2B447700900123&ApiVersion=2010-04-01',
  );
  const withField = (name: string, value: string) => {
    const changed = new URLSearchParams(sms);
    changed.set(name, value);
    return changed;
  };

  it('of an SMS is one', () => {
    expect(readTwilioMessage('bank', sms)).toEqual({
      ok: true,
      value: {
        tenantId: 'bank',
        messageId: 'twilio:SM0f8fad5bd9cb469fa16570867728950e',
        channel: Channel.CHANNEL_SMS,
        identifier: { kind: 'phone', value: '+447700900123' },
        proof: 'network',
        leg: { ourAddress: '+442079460100' },
        text: 'My card is gone!',
      },
    });
  });

  it('of a WhatsApp message says that the sender was checked', () => {
    const whatsapp = withField('From', 'whatsapp:+447700900123');
    whatsapp.set('To', 'whatsapp:+442079460100');
    whatsapp.set('ProfileName', 'Jordan Blake');
    const read = readTwilioMessage('bank', whatsapp);
    expect(read).toMatchObject({ value: { channel: Channel.CHANNEL_WHATSAPP, proof: 'account' } });
    expect(JSON.stringify(read)).not.toContain('Jordan');
  });

  it('with pictures says that there are some', () => {
    expect(readTwilioMessage('bank', withField('NumMedia', '2'))).toMatchObject({
      value: { text: 'My card is gone!\n[2 attached]' },
    });
  });

  it.each([
    ['MessageSid', 'hello'],
    ['From', 'Luis'],
    ['To', ''],
    ['NumMedia', 'many'],
    ['To', 'whatsapp:+442079460100'],
  ])('is refused by its field %s, without its value', (field, value) => {
    expect(readTwilioMessage('bank', withField(field, value))).toEqual({ ok: false, error: { field } });
  });
});
