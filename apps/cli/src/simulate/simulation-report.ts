import type { Estimate } from './confidence.js';
import type { GroupFigures } from './group-figures.js';
import type { ReplicationFigures } from './measure-replication.js';
import type { PolicyName } from './policies.js';
import type { Summary } from './summarise.js';

/** What a policy does to the callers of the scenario. */
export interface PolicyReport {
  readonly overall: Summary<ReplicationFigures['overall']>;
  /** High and urgent together. */
  readonly highPriority: Summary<GroupFigures>;
  readonly byQueue: Readonly<Record<string, Summary<GroupFigures>>>;
  readonly byPriority: Readonly<Record<string, Summary<GroupFigures>>>;
  readonly byLanguage: Readonly<Record<string, Summary<GroupFigures>>>;
  readonly bySegment: Readonly<Record<string, Summary<GroupFigures>>>;
  readonly byHour: Readonly<Record<string, Summary<GroupFigures>>>;
}

/** The pack's routing against another policy on the same callers: pack − other, replication by replication. */
export interface Comparison {
  readonly difference: Readonly<Record<string, Estimate | null>>;
  /** Mean p90 wait of the pack ÷ that of the other; null where there is none, or that of the other is 0. */
  readonly p90WaitRatio: number | null;
  readonly highPriorityP90WaitRatio: number | null;
}

/** An expectation of the scenario, and whether the pack's routing meets it. */
export interface ScenarioVerdict {
  readonly name: string;
  /** Such as `>= 0.95`. */
  readonly expected: string;
  /** Null where no call tells. */
  readonly actual: number | null;
  readonly pass: boolean;
}

/** The whole result: the same on every machine for the same scenario, pack and version of Baton. */
export interface SimulationReport {
  readonly scenario: {
    readonly id: string;
    readonly title: string;
    readonly pack: string;
    readonly packSha256: string;
    readonly seed: number;
    readonly start: string;
    readonly timezone: string;
    readonly hours: number;
    readonly warmUpMinutes: number;
    readonly agents: number;
  };
  readonly replications: number;
  readonly policies: Readonly<Record<PolicyName, PolicyReport>>;
  readonly comparison: Readonly<Record<Exclude<PolicyName, 'pack'>, Comparison>>;
  readonly verdicts: readonly ScenarioVerdict[];
  /** What a reader should know before they trust a figure. */
  readonly remarks: readonly string[];
}
