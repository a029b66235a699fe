import type { Floor } from '../floor/floor.js';
import type { MatchedFloor } from '../floor/match.js';

/** What a rehearsal asks of a floor: the router's own, or one that matches by another rule, to compare with. */
export interface RehearsedFloor
  extends
    MatchedFloor,
    Pick<Floor, 'listen' | 'putHandoff' | 'putAgent' | 'learnAgent' | 'take' | 'putBack' | 'measure'> {}
