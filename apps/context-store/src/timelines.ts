import { Inject, Injectable } from '@nestjs/common';
import type { TimelineEntry } from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { timelineEntry, timelineLength } from './domain/timeline.js';
import { CustomerBook } from './identity/customer-book.js';
import { Conversations } from './store/conversations.js';

/** One line of contacts for one customer, whichever channels and records they came by. */
@Injectable()
export class Timelines {
  constructor(
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(CustomerBook) private readonly book: CustomerBook,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** Newest first, bounded; empty for nobody. */
  async of(tenantId: string, customerId: string, limit = 0): Promise<TimelineEntry[]> {
    if (customerId === '') return [];
    const ids = await this.book.recordsOf(tenantId, customerId);
    const length = Math.min(timelineLength.most, limit > 0 ? limit : timelineLength.usual);
    const found = await this.conversations.ofCustomer(tenantId, ids, length);
    return found.map(({ id, conversation }) => {
      const pack = this.platform.packs.version(tenantId, conversation.packSha256);
      return timelineEntry(id, conversation, pack);
    });
  }
}
