import type {
  Agent,
  AgentProfile,
  Callback,
  CallerMessage,
  ConsultLine,
  Handoff,
  OpenTransfer,
  Session,
  Status,
  Tenant,
} from './model.js';
import { list, number, record, text, word } from './wire.js';

/** What an agent can do; skills come as a map with proficiency or as bare names. */
export function decodeProfile(value: unknown): AgentProfile {
  const wire = record(value);
  const skills = Array.isArray(wire['skills'])
    ? wire['skills'].map((skill): [string, number] => [text(skill), 0])
    : Object.entries(record(wire['skills'])).map(([skill, level]): [string, number] => [
        skill,
        number(level),
      ]);
  return {
    agentId: text(wire['agentId']),
    name: text(wire['name']),
    skills: Object.fromEntries(skills),
    languages: list(wire['languages'], text),
    role: text(wire['role']) || 'agent',
  };
}

export function decodeAgent(value: unknown): Agent {
  const wire = record(value);
  return {
    ...decodeProfile(value),
    presence: word(wire['presence'], 'PRESENCE_') || 'offline',
    handoffId: text(wire['handoffId']),
    presenceSinceMs: number(wire['presenceSinceMs']),
  };
}

export function decodeSession(value: unknown): Session {
  const wire = record(value);
  return { agent: decodeAgent(wire['agent']), tenant: text(wire['tenant']), role: text(wire['role']) };
}

export function decodeHandoff(value: unknown): Handoff {
  const wire = record(value);
  return {
    handoffId: text(wire['handoffId']),
    conversationId: text(wire['conversationId']),
    tenantId: text(wire['tenantId']),
    state: text(wire['state']),
    queue: text(wire['queue']),
    reasons: list(wire['reasons'], text),
    skills: list(wire['skills'], text),
    language: text(wire['language']),
    priority: word(wire['priority'], 'PRIORITY_'),
    agentId: text(wire['agentId']),
    reservationToken: number(wire['reservationToken']),
    requestedAtMs: number(wire['requestedAtMs']),
    deadlineAtMs: number(wire['deadlineAtMs']),
    position: number(wire['position']),
    expectedWaitSeconds: number(wire['expectedWaitSeconds']),
    attempts: number(wire['attempts']),
    leaseToken: number(wire['leaseToken']),
    kind: text(wire['kind']) || 'escalation',
    previousHandoffId: text(wire['previousHandoffId']),
    askedByAgentId: text(wire['askedByAgentId']),
    targetAgentId: text(wire['targetAgentId']),
    note: text(wire['note']),
    reason: text(wire['reason']),
    transfer: wire['transfer'] ? decodeTransfer(wire['transfer']) : undefined,
    transferFailed: text(wire['transferFailed']),
    participant: wire['participant'] === true,
    previousConversationId: text(wire['previousConversationId']),
    nextHandoffId: text(wire['nextHandoffId']),
    revision: number(wire['revision']),
    refused: list(wire['refused'], (item) => {
      const refused = record(item);
      return { agentId: text(refused['agentId']), reason: text(refused['reason']) };
    }),
  };
}

function decodeTransfer(value: unknown): OpenTransfer {
  const wire = record(value);
  return {
    kind: text(wire['kind']),
    nextHandoffId: text(wire['nextHandoffId']),
    phase: text(wire['phase']),
    queue: text(wire['queue']),
    agentId: text(wire['agentId']),
  };
}

export function decodeConsultLine(value: unknown): ConsultLine {
  const wire = record(value);
  return {
    handoffId: text(wire['handoffId']),
    index: number(wire['index']),
    fromAgentId: text(wire['fromAgentId']),
    text: text(wire['text']),
    at: number(wire['atMs']),
  };
}

export function decodeCallerMessage(value: unknown): CallerMessage {
  const wire = record(value);
  return {
    messageId: text(wire['messageId']),
    conversationId: text(wire['conversationId']),
    queue: text(wire['queue']),
    text: text(wire['text']),
    leftAtMs: number(wire['leftAtMs']),
  };
}

export function decodeCallback(value: unknown): Callback {
  const wire = record(value);
  return {
    callbackId: text(wire['callbackId']),
    conversationId: text(wire['conversationId']),
    queue: text(wire['queue']),
    state: text(wire['state']),
    dueAtMs: number(wire['dueAtMs']),
    attempts: number(wire['attempts']),
  };
}

export function decodeTenant(value: unknown): Tenant {
  const wire = record(value);
  return {
    id: text(wire['id']),
    company: text(wire['company']) || text(wire['id']),
    languages: list(wire['languages'], text),
    jurisdictions: list(wire['jurisdictions'], (item) => text(record(item)['code'])),
    defaultJurisdiction: text(wire['defaultJurisdiction']),
    customers: list(wire['customers'], (item) => {
      const customer = record(item);
      return {
        customerId: text(customer['customerId']),
        name: text(customer['name']),
        segment: text(customer['segment']),
      };
    }),
    agents: list(wire['agents'], decodeProfile),
    demoCall: text(wire['demoCall']),
    queues: list(wire['queues'], (item) => {
      const queue = record(item);
      return { name: text(queue['name']), title: text(queue['title']) || text(queue['name']) };
    }),
    dispositions: list(wire['dispositions'], (item) => {
      const disposition = record(item);
      return {
        code: text(disposition['code']),
        title: text(disposition['title']) || text(disposition['code']),
      };
    }),
  };
}

export function decodeStatus(value: unknown): Status {
  const wire = record(value);
  return {
    mode: text(wire['mode']),
    version: text(wire['version']),
    demo: wire['demo'] === true,
    services: list(wire['services'], (item) => {
      const service = record(item);
      return {
        name: text(service['name']),
        ready: service['ready'] === true,
        degraded: service['degraded'] === true,
      };
    }),
  };
}
