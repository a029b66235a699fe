import { compilePolicy, lintPolicy, decide, neutralSignals } from '@baton/policy';
import { analyzeUtterance, loadModels, trainIntentModel } from '@baton/language';
import { loadPack, formatFaults } from './index.js';
it('x', () => {
  const out: string[] = [];
  const r = loadPack('packs/bank', { validateEscalation: (s, c) => { const x = compilePolicy(s, c); return x.ok ? [] : x.error; } });
  if (!r.ok) { console.log(formatFaults(r.error)); return; }
  const p = r.value;
  const c = compilePolicy(p.escalation, { skills: p.routing.skills.map(s=>s.name), languages: p.languages });
  if (!c.ok) throw new Error();
  out.push(...lintPolicy(c.value, { queues: p.routing.queues, languages: p.languages }).map(f => JSON.stringify(f)));
  const n = decide(c.value, neutralSignals() as never) as { verdict: string };
  out.push('neutral ' + JSON.stringify(n.verdict));
  const t0 = Date.now();
  const models = loadModels();
  const intents = trainIntentModel(p.bot.intents.map(({ name, examples }) => ({ name, examples })) as never, { seed: 1 } as never);
  out.push('train ms ' + (Date.now()-t0));
  for (const s of p.scripts) { out.push('## ' + s.id);
    for (const [i,t] of s.turns.entries()) if (t.speaker === 'customer' && t.text) {
      const a = analyzeUtterance(t.text, { models, intents, lang: s.lang });
      out.push(`${i} ${t.text}\n      ${a.language.code} ${a.intent.name||'OOS'} ${a.intent.confidence.toFixed(2)} human=${a.humanRequest.value} topics=${a.topics.map(x=>x.topic+x.score.toFixed(2)+(x.kinds??'')).join()} f${a.affect.frustration} c${a.affect.confusion} u${a.affect.urgency} p${a.affect.polarity.toFixed(2)}`);
    } }
  process.stdout.write(out.join('\n') + '\n');
}, 300000);
