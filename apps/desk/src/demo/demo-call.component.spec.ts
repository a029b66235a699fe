import { agentAssist } from '@baton/agent-assist';
import { complianceAuditor } from '@baton/compliance-auditor';
import { contextStore } from '@baton/context-store';
import { dialog } from '@baton/dialog';
import { router } from '@baton/router';
import { sentiment } from '@baton/sentiment';
import { speechGateway } from '@baton/speech-gateway';
import { jest } from '@jest/globals';
import { RunningDesk } from '../testing/running-desk.js';

jest.setTimeout(90_000);

const everything = [contextStore, complianceAuditor, agentAssist, router, sentiment, dialog, speechGateway];

describe('the demo call', () => {
  let desk: RunningDesk;

  beforeAll(async () => {
    desk = await RunningDesk.start({ services: everything });
    await desk.seed();
  });

  afterAll(() => desk.stop());

  it('is a real call that ends up on the screen of the agent who fits', async () => {
    const page = await desk.page(await desk.signIn('agent-amira'));
    const { status, body } = await desk.ask('POST', '/api/demo-call', { body: { tenant: 'bank' } });
    expect(status).toBe(200);
    const { conversationId } = body as { conversationId: string };
    // While it plays, a second click finds it.
    expect((await desk.ask('POST', '/api/demo-call', { body: { tenant: 'bank' } })).body).toEqual({
      conversationId,
    });

    const watching = await desk.page(undefined, conversationId);
    const offer = await page.until('offer', () => true, 40_000);
    expect(offer).toMatchObject({
      conversationId,
      handoff: { agentId: 'agent-amira', reasons: expect.arrayContaining(['fraud']) as unknown },
      packet: { customer: { name: 'Jordan Blake' }, decision: { verdict: 'escalate', priority: 'urgent' } },
    });
    expect((offer['packet'] as { summary: string }).summary).not.toBe('');
    await watching.until('turn', ({ turn }) => (turn as { speaker: string }).speaker === 'customer');
    page.close();
    watching.close();
  });
});
