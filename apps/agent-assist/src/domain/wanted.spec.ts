import { assist, turnsOf } from '../testing/cases.js';
import { wanted } from './wanted.js';

const turns = turnsOf('customer: how much is in my account', 'customer: and who took forty euro from it');
const intents = ['check_balance', 'transaction_not_recognised', 'card_limits'];

describe('what the caller wants', () => {
  it('is first what it escalated for', () => {
    const escalated = turns.map((turn) => ({ ...turn, intent: intents[turn.turnIndex]! }));
    expect(wanted(assist({ turns: escalated, intents, escalatedAt: 1 }))).toEqual([
      'transaction_not_recognised',
      'card_limits',
      'check_balance',
    ]);
  });

  it('is the newest first where the turn that escalated named nothing', () => {
    expect(wanted(assist({ turns, intents, escalatedAt: 1 }))[0]).toBe('card_limits');
    expect(wanted(assist({ intents }))[0]).toBe('card_limits');
  });
});
