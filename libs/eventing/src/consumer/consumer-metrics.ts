/** What a consumer counts. Every hook is optional, cheap and must not throw. */
export interface ConsumerMetrics {
  /** An event was handled; `milliseconds` from the first attempt to the end of the last. */
  handled?(type: string, milliseconds: number): void;
  /** Records without a handler here. */
  skipped?(records: number): void;
  /** An attempt failed and another follows. */
  retried?(type: string, code: string): void;
  deadLettered?(type: string, code: string): void;
  /** Milliseconds from `ce_time` to the first attempt. */
  delayed?(topic: string, milliseconds: number): void;
}
