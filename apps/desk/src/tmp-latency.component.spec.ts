import { jest } from '@jest/globals';
import { agentAssist } from '@baton/agent-assist';
import { complianceAuditor } from '@baton/compliance-auditor';
import { contextStore } from '@baton/context-store';
import { dialog } from '@baton/dialog';
import { router } from '@baton/router';
import { sentiment } from '@baton/sentiment';
import { speechGateway } from '@baton/speech-gateway';
import { RunningDesk } from './testing/running-desk.js';
import { Page } from './testing/page.js';
jest.setTimeout(180000);
it('latency', async () => {
  const desk = await RunningDesk.start({ services: [contextStore, complianceAuditor, agentAssist, router, sentiment, dialog, speechGateway] });
  await desk.seed();
  const cookie = await desk.signIn('agent-lucia');
  const page = await desk.page(cookie);
  await desk.ask('POST', '/api/presence', { cookie, body: { presence: 'available' } });
  for (const how of ['0', 'i want to speak to a real person please']) {
    const times: number[] = []; let whole = 0;
    for (let i = 0; i < 60; i++) {
      const caller = desk.caller();
      await new Promise((r) => caller.socket.once('open', r));
      caller.send({ type: 'start', tenant: 'bank', language: 'en', channel: 'phone', customer: { id: 'C-1' } });
      const id = (await caller.until('started'))['conversationId'];
      await caller.until('turn', (m) => m['speaker'] === 'bot');
      await new Promise((r) => setTimeout(r, 50));
      const t = performance.now();
      caller.send(how === '0' ? { type: 'key', digit: '0' } : { type: 'say', text: how, id: 'x' });
      const offer = await page.until('offer', (m) => m['conversationId'] === id, 10000);
      times.push(performance.now() - t);
      const p = offer['packet'] as any;
      if (p && p.transcript.some((x: any) => x.turnIndex >= p.decision?.turnIndex) && p.summary) whole++;
      caller.send({ type: 'hangup' });
      await page.until('handoff', (m) => (m['handoff'] as any).conversationId === id && (m['handoff'] as any).state === 'abandoned');
      caller.close();
      await desk.ask('POST', '/api/presence', { cookie, body: { presence: 'available' } });
      await new Promise((r) => setTimeout(r, 100));
      page.received.length = 0;
    }
    times.sort((a, b) => a - b);
    console.log(how, 'p50', times[30], 'p90', times[54], 'p99', times[59], 'whole', whole);
  }
  const gw = desk.running.service('speech-gateway').httpUrl.replace('http', 'ws') + '/v1/calls';
  const direct = new Page(gw);
  await new Promise((r) => direct.socket.once('open', r));
  const t = Date.now();
  page.close();
  await desk.stop();
  console.log('stop with a direct gateway caller took', Date.now() - t, direct.closeCode);
});
