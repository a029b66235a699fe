import type { Agent, AgentProfile, Handoff, Session, Status, Tenant } from './model.js';
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
  return { agent: decodeAgent(wire['agent']), tenant: text(wire['tenant']) };
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
