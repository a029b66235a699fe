import { waitInWords } from '../words/format.js';
import { endingTitle } from '../words/titles.js';

/** Where the call stands, in the words on the phone's display. */
export function phaseLine(call: {
  readonly phase: string;
  readonly position: number;
  readonly expectedWaitSeconds: number;
  readonly endReason: string;
  readonly agentName: string;
  readonly onHold?: boolean;
}): string {
  switch (call.phase) {
    case 'dialling':
    case 'starting':
      return 'Connecting…';
    case 'bot':
      return 'Speaking with the AI assistant';
    case 'waiting':
    case 'offered': {
      const place = call.position > 0 ? ` · place ${call.position}` : '';
      const wait = call.expectedWaitSeconds > 0 ? ` · about ${waitInWords(call.expectedWaitSeconds)}` : '';
      return `Waiting for a person${place}${wait}`;
    }
    case 'ringing':
      return 'Your callback rings';
    case 'agent':
      if (call.onHold) return 'On hold; your agent asks a colleague';
      return call.agentName ? `With ${call.agentName}, a person` : 'With a person';
    case 'ended':
      return `Call ended. ${endingTitle(call.endReason)}`.trim();
    default:
      return 'Ready to call';
  }
}
