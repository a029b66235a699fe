import { TurnDecided, TurnUnderstood, SentimentScored } from '@baton/contracts';
import { DeskHand } from './testing/desk-hand.js';
import { RunningRouter } from './testing/running-router.js';
import { understood, scored } from './testing/events.js';
it('throughput', async () => {
  const router = await RunningRouter.start();
  const desk = new DeskHand(router);
  const cs: string[] = [];
  for (let i = 0; i < 300; i++) cs.push(await desk.begin());
  for (let round = 0; round < 3; round++) {
    const before = router.said(TurnDecided).length;
    const t = Date.now(); const cpu = process.cpuUsage();
    await Promise.all(cs.flatMap((c) => Array.from({ length: 10 }, (_, k) => [router.publish(TurnUnderstood, c, understood(round * 10 + k)), router.publish(SentimentScored, c, scored(round * 10 + k))]).flat()));
    const t1 = Date.now();
    await router.eventually(() => router.seen.length >= 0 && router.said(TurnDecided).length >= before + 3000, 'all');
    const used = process.cpuUsage(cpu);
    console.log('3000 turns', Date.now() - t, 'ms; published in', t1 - t, 'cpu ms', (used.user + used.system) / 1000);
  }
  await router.stop();
}, 120_000);
