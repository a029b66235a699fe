/**
 * Stands in the place of a handoff whose caller hung up before it began: the escalation is on its way and finds that nobody is
 * to be fetched any more. Without it, somebody would ring for a caller who left.
 */
export interface EarlyLeave {
  readonly state: 'left-early';
  readonly open: false;
  readonly handoffId: string;
  readonly conversationId: string;
  readonly tenantId: string;
}
