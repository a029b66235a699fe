import type { Assigner, AssignerProtocol, PartitionAssigner } from 'kafkajs';
import type { KafkaJs } from './kafka-client.js';

/**
 * Member i of the n that want a topic gets its partitions i, i + n, i + 2n, … Unlike the assigner kafkajs brings, it heeds what each
 * member subscribed to (a rolling upgrade may add a topic), and partition p of every topic goes to the same member, so
 * one member sees all of a conversation.
 */
export function shareAssigner({ AssignerProtocol }: KafkaJs): PartitionAssigner {
  return ({ cluster }): Assigner => ({
    name: 'baton-share',
    version: 1,
    protocol: ({ topics }) => ({
      name: 'baton-share',
      metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
    }),
    assign: async ({ members }) => {
      const wanted = new Map(
        members.map(({ memberId, memberMetadata }) => [memberId, topicsOf(AssignerProtocol, memberMetadata)]),
      );
      const memberIds = [...wanted.keys()].sort();
      const topics = new Set([...wanted.values()].flat());
      await cluster.addMultipleTargetTopics([...topics]);
      const assignment = new Map(memberIds.map((id) => [id, {} as Record<string, number[]>]));
      for (const topic of topics) {
        const interested = memberIds.filter((id) => wanted.get(id)?.includes(topic));
        for (const { partitionId } of cluster.findTopicPartitionMetadata(topic)) {
          const share = assignment.get(interested[partitionId % interested.length]!)!;
          (share[topic] ??= []).push(partitionId);
        }
      }
      return memberIds.map((memberId) => ({
        memberId,
        memberAssignment: AssignerProtocol.MemberAssignment.encode({
          version: 1,
          assignment: assignment.get(memberId) ?? {},
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

function topicsOf(protocol: typeof AssignerProtocol, metadata: Buffer): string[] {
  return protocol.MemberMetadata.decode(metadata)?.topics ?? [];
}
