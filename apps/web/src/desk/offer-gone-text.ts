/** Why an offer went away, and that nothing is to be done. */
export function offerGoneText(reason: string): string {
  switch (reason) {
    case 'timed-out':
    case 'timeout':
      return 'You did not answer in time, so the caller is offered to the next agent.';
    case 'caller-left':
    case 'rescinded':
    case 'abandoned':
      return 'The caller hung up or chose something else.';
    default:
      return 'The caller is looked after elsewhere. The next offer appears by itself.';
  }
}
