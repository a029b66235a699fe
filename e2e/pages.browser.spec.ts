import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { BatonProcess } from './support/baton-process.js';
import { openBrowser, person, picture } from './support/browser.js';
import { baton as cli } from './support/cli.js';
import { eventually } from './support/eventually.js';
import { countsOfHandoff, doubledIds, eachOnce } from './support/handoff-events.js';
import { scratch } from './support/scratch.js';
import { provenTrail } from './support/trail.js';

jest.setTimeout(120_000);

const alarm = 'someone is using my card right now';
const by = (id: string) => `[data-testid="${id}"]`;

describe('the pages', () => {
  const folder = scratch('pages');
  const faults: string[] = [];
  let baton: BatonProcess;
  let browser: Browser;

  beforeAll(async () => {
    [baton, browser] = await Promise.all([BatonProcess.start({ data: folder.dir }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await baton?.kill();
    folder.remove();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await person(browser, faults);
    await page.goto(`${baton.url}${path}`);
    return page;
  };
  const say = async (phone: Page, text: string) => {
    await phone.locator(by('phone-input')).fill(text);
    await phone.locator(by('phone-send')).click();
    await phone.locator(by('bubble-customer'), { hasText: text }).waitFor();
  };
  const dial = async (): Promise<Page> => {
    const phone = await open('/phone');
    await phone.locator(by('phone-tenant')).selectOption('bank');
    await phone.locator(by('phone-customer')).selectOption('C-1');
    await phone.locator(by('phone-call')).click();
    await phone.locator(by('bubble-announcement')).first().waitFor();
    return phone;
  };
  const signIn = async (agentId: string): Promise<Page> => {
    const desk = await open('/desk');
    await desk.locator(by(`desk-agent-${agentId}`)).click();
    await desk.locator(by('desk-bar')).waitFor();
    return desk;
  };
  const beAvailable = async (desk: Page) => {
    await desk.locator(by('presence')).getByText('Available', { exact: true }).click();
    await desk.locator(`${by('presence')}[data-presence="available"]`).waitFor();
  };
  /** Kills Baton and starts it where it was; resolves when both pages noticed and came back. */
  const crash = async (phone: Page, desk: Page) => {
    await baton.kill();
    await Promise.all([
      phone.locator(by('phone-reconnecting')).waitFor(),
      desk.locator(by('desk-offline')).waitFor(),
    ]);
    baton = await BatonProcess.start({ data: folder.dir, port: Number(new URL(baton.url).port) });
    await Promise.all([
      phone.locator(by('phone-reconnecting')).waitFor({ state: 'hidden' }),
      desk.locator(by('desk-offline')).waitFor({ state: 'hidden' }),
    ]);
  };
  const conversationOf = async () => {
    const answer = await fetch(`${baton.url}/api/conversations?tenant=bank&limit=1`);
    const { conversations } = (await answer.json()) as { conversations: { conversationId: string }[] };
    return conversations[0]!.conversationId;
  };
  const seeded = () =>
    eventually(
      'the history of the demo',
      async () => {
        const answer = await fetch(`${baton.url}/api/conversations?tenant=bank&limit=200`);
        return ((await answer.json()) as { conversations: unknown[] }).conversations.length >= 8;
      },
      60_000,
    );

  it('say what this is, and lead to phone, desk and audit', async () => {
    const home = await open('/');
    await home.getByRole('heading', { level: 1 }).waitFor();
    await home.locator(by('status-services')).waitFor();
    for (const door of ['phone', 'desk', 'audit']) {
      await home.locator(by(`open-${door}`)).click();
      await home.waitForURL(`**/${door}`);
      await home.goBack();
    }
    await picture(home, 'home');
    await home.context().close();
  });

  it('carry a call from the first word to the proof, through a crash in the middle', async () => {
    await seeded();

    // 1. The phone: disclosure and consent first, then answers.
    const phone = await dial();
    const conversationId = await conversationOf();
    const announcements = phone.locator(by('bubble-announcement'));
    expect(await announcements.nth(0).innerText()).toMatch(/AI assistant, not a person/);
    await announcements.nth(1).waitFor();
    expect(await announcements.nth(1).innerText()).toMatch(/recorded/);
    await say(phone, 'are you open on saturdays');
    await phone.locator(by('bubble-bot'), { hasText: 'Saturday' }).waitFor();
    await picture(phone, 'phone-bot');

    // 2. The desk: the offer with its packet.
    const desk = await signIn('agent-amira');
    await beAvailable(desk);
    await say(phone, alarm);
    await desk.locator(by('offer-panel')).waitFor();
    const offer = desk.locator(by('offer-panel'));
    await offer.locator(by('packet-customer'), { hasText: 'Jordan Blake' }).waitFor();
    const packet = await offer.innerText();
    for (const part of [/fraud/i, /£1,284\.50/, /opening hours/i, /card right now/, /urgent/i])
      expect(packet).toMatch(part);
    expect(await offer.locator(by('packet-summary')).innerText()).toMatch(/\w+/);
    expect(await offer.locator(by('suggested-sentence')).innerText()).toMatch(/\w+ \w+/);
    await offer.locator(by('article-unrecognised-transactions')).waitFor();
    await offer.locator(by('packet-why')).waitFor();
    await picture(desk, 'desk-offer');

    // 5. Killed with -9, started again: both pages and the offer are back.
    await crash(phone, desk);
    await phone.locator(by('bubble-customer'), { hasText: alarm }).waitFor();
    expect(await phone.locator(by('bubble-customer'), { hasText: alarm }).count()).toBe(1);
    await desk.locator(by('offer-panel')).waitFor();
    await picture(desk, 'desk-offer-after-crash');

    // 3. The two of them talk; the bot does not; finish, disposition, free.
    await desk.locator(by('offer-accept')).click();
    await desk.locator(`${by('workspace')}[data-state="bridged"]`).waitFor();
    await desk.locator(by('composer-input')).fill('Hello Jordan, your card is frozen.');
    await desk.locator(by('composer-send')).click();
    await phone.locator(by('bubble-agent'), { hasText: 'your card is frozen' }).waitFor();
    const botTurns = await phone.locator(by('bubble-bot')).count();
    await say(phone, "thank you, what's my balance");
    await desk.locator(by('bubble-customer'), { hasText: 'thank you' }).waitFor();
    await picture(desk, 'desk-talk');
    await picture(phone, 'phone-agent');
    await desk.locator(by('finish')).click();
    await phone.locator(`${by('phone-status')}[data-phase="ended"]`).waitFor();
    expect(await phone.locator(by('bubble-bot')).count()).toBe(botTurns);
    await desk.locator(by('wrap-up')).waitFor();
    await desk.locator(by('disposition')).click();
    await desk.getByRole('option', { name: 'Fraud case opened' }).click();
    await desk.locator(by('wrap-up-note')).fill('Card frozen.');
    await picture(desk, 'desk-wrap-up');
    await desk.locator(by('wrap-up-done')).click();
    await desk.locator(by('desk-idle')).waitFor();
    await desk.locator(`${by('presence')}[data-presence="available"]`).waitFor();

    // 4. The audit page: the trail, why, and the proof; and the same offline.
    const audit = await open(`/audit?tenant=bank&c=${conversationId}`);
    await audit.locator(`${by('audit-entry')}[data-type="HandoffCompleted"]`).waitFor();
    await audit.locator(`${by('audit-proof')}[data-proven="true"]`).waitFor();
    const entries = await audit.locator(by('audit-entry')).count();
    expect(await audit.locator(by('audit-proven')).count()).toBe(entries);
    const decision = await audit.locator(by('audit-decision')).innerText();
    expect(decision).toMatch(/fraud/i);
    expect(decision).toMatch(/sha256/);
    await audit.locator(`${by('audit-decision')} ${by('rule-fraud-reported')}`).waitFor();
    await audit.locator(by('audit-consents')).waitFor();
    await picture(audit, 'audit');
    const trail = await provenTrail(baton, conversationId, 'HandoffCompleted');
    expect(countsOfHandoff(trail)).toEqual(eachOnce);
    expect(doubledIds(trail)).toEqual([]);
    expect((await cli(['audit', 'verify', '--data', folder.dir])).code).toBe(0);

    await Promise.all([phone, desk, audit].map((page) => page.context().close()));
  });

  it('tell a caller for whom nobody is there, and give a rejected call to the next agent', async () => {
    const amira = await signIn('agent-amira');
    await amira.locator(by('presence')).getByText('Offline', { exact: true }).click();
    await amira.locator(`${by('presence')}[data-presence="offline"]`).waitFor();
    const phone = await dial();
    await say(phone, alarm);
    await phone.locator(`${by('phone-status')}[data-phase="waiting"]`).waitFor();
    await phone.locator(by('bubble-announcement'), { hasText: /number \d+ in the queue/ }).waitFor();
    await amira.locator(by('queue-item')).waitFor();
    await picture(phone, 'phone-waiting');
    await beAvailable(amira);
    await amira.locator(by('offer-panel')).waitFor();
    await amira.locator(by('offer-reject')).click();
    await amira.locator(by('reject-reason-2')).click();
    await amira.locator(by('offer-panel')).waitFor({ state: 'hidden' });
    const monica = await signIn('agent-monica');
    await monica.locator(`${by('presence')}[data-presence="available"]`).waitFor();
    await monica.locator(by('offer-panel')).waitFor();
    // The caller hangs up: nobody is left ringing.
    await phone.locator(by('phone-hangup')).click();
    await monica.locator(by('offer-panel')).waitFor({ state: 'hidden' });
    await phone.locator(`${by('phone-status')}[data-phase="ended"]`).waitFor();
    await Promise.all([phone, amira, monica].map((page) => page.context().close()));
  });

  it('pass a caller between people: a colleague is asked in private, all three talk, the assistant goes on', async () => {
    await seeded();
    const phone = await dial();
    const conversationId = await conversationOf();
    const amira = await signIn('agent-amira');
    await beAvailable(amira);
    await say(phone, alarm);
    await amira.locator(by('offer-panel')).waitFor();
    await amira.locator(by('offer-accept')).click();
    await amira.locator(`${by('workspace')}[data-state="bridged"]`).waitFor();
    const jonas = await signIn('agent-jonas');
    await jonas.locator(`${by('presence')}[data-presence="available"]`).waitFor();

    // 1. She asks him, with the caller on hold.
    await amira.locator(by('transfer')).click();
    await amira.getByText('Ask a colleague first').click();
    await amira.locator(by('transfer-target')).fill('Jonas');
    await amira.getByRole('option', { name: /Jonas/ }).click();
    await amira.locator(by('transfer-note')).fill('Is a new card today possible?');
    await picture(amira, 'desk-transfer-dialog');
    await amira.locator(by('transfer-go')).click();
    await phone.locator(`${by('phone-status')}`, { hasText: 'On hold' }).waitFor();
    await amira.locator(`${by('consult-panel')}[data-phase="asked"]`).waitFor();
    await jonas.locator(by('offer-panel')).getByText('new card today').waitFor();
    await picture(jonas, 'desk-consult-offer');
    await jonas.locator(by('offer-accept')).click();
    await amira.locator(`${by('consult-panel')}[data-phase="consulting"]`).waitFor();
    await amira.locator(by('consult-input')).fill('He needs it for tomorrow.');
    await amira.locator(by('consult-send')).click();
    await jonas.locator(by('consult-line'), { hasText: 'for tomorrow' }).waitFor();
    await jonas.locator(by('consult-input')).fill('Then the branch prints one.');
    await jonas.locator(by('consult-send')).click();
    await amira.locator(by('consult-line'), { hasText: 'branch prints' }).waitFor();
    await say(phone, 'hello, is anybody there');
    expect(await jonas.locator(by('bubble-customer'), { hasText: 'anybody there' }).count()).toBe(0);
    await picture(amira, 'desk-consult');
    await picture(phone, 'phone-on-hold');

    // 2. All three talk, then she goes on alone.
    await amira.locator(by('settle-conference')).click();
    await jonas.locator(`${by('workspace')}[data-state="bridged"]`).waitFor();
    await jonas.locator(by('composer-input')).fill('Your branch prints the card today.');
    await jonas.locator(by('composer-send')).click();
    await phone.locator(by('bubble-agent'), { hasText: 'prints the card today' }).waitFor();
    await amira.locator(`${by('consult-panel')}[data-phase="conference"]`).waitFor();
    await picture(jonas, 'desk-conference');
    expect(await phone.locator(by('bubble-agent'), { hasText: 'for tomorrow' }).count()).toBe(0);
    await amira.locator(by('settle-cancelled')).click();
    await jonas.locator(by('wrap-up')).waitFor();
    await picture(jonas, 'desk-left-conference');

    // 3. Back to the assistant, which goes on.
    await amira.locator(by('return')).click();
    await amira.locator(by('return-note')).fill('New card at the branch today.');
    await amira.locator(by('return-facts')).fill('card_last_four=4412');
    await amira.locator(by('return-facts')).press('Enter');
    await picture(amira, 'desk-return-dialog');
    await amira.locator(by('return-go')).click();
    await phone.locator(`${by('phone-status')}[data-phase="bot"]`).waitFor();
    await phone.locator(by('bubble-bot'), { hasText: 'AI assistant again' }).waitFor();
    await say(phone, 'are you open on saturdays');
    await phone.locator(by('bubble-bot'), { hasText: 'Saturday' }).waitFor();
    await amira.locator(by('desk-idle')).waitFor();

    // 4. A supervisor takes the caller over from the assistant.
    const helen = await signIn('agent-helen');
    await helen.locator(by('take-over')).first().click();
    await helen.locator(`${by('workspace')}[data-state="bridged"]`).waitFor();
    await helen.locator(by('packet-note'), { hasText: 'New card at the branch' }).waitFor();
    await helen.locator(by('composer-input')).fill('This is the team lead; is all well now?');
    await helen.locator(by('composer-send')).click();
    await phone.locator(by('bubble-agent'), { hasText: 'team lead' }).waitFor();
    await picture(helen, 'desk-supervisor');
    const audit = await open(`/audit?tenant=bank&c=${conversationId}`);
    await audit.locator(by('time-to-human')).waitFor();
    await picture(audit, 'audit-time-to-human');
    await phone.locator(by('phone-hangup')).click();
    await helen.locator(by('wrap-up')).waitFor();
    await Promise.all([phone, amira, jonas, helen, audit].map((page) => page.context().close()));
  });

  it('play a demo call live across all three at the press of a button', async () => {
    const home = await open('/');
    await home.locator(by('demo-button')).click();
    await home.locator(by('demo-stage')).waitFor();
    await home
      .locator(`${by('demo-phone')} ${by('bubble-customer')}`)
      .first()
      .waitFor();
    await home
      .locator(`${by('demo-audit')} ${by('demo-event')}`)
      .first()
      .waitFor();
    await home.locator(by('demo-take')).waitFor({ timeout: 40_000 });
    await picture(home, 'home-demo');
    await home.locator(by('demo-take')).click();
    await home.locator(`${by('demo-stage')}[data-phase="agent"]`).waitFor();
    await home.context().close();
  });

  it('throw no error in the browser', () => {
    expect(faults).toEqual([]);
  });
});
