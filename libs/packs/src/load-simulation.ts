import { err, ok } from '@baton/kernel';
import type { Result } from '@baton/kernel';
import { checkShape } from './check-shape.js';
import { checkSimulation, checkSimulationAgainst } from './check-simulation.js';
import { decodeText } from './decode-text.js';
import type { PackFault } from './fault.js';
import { sortFaults } from './fault.js';
import type { RoutingConfig } from './routing-schema.js';
import type { Simulation } from './simulation-schema.js';
import { simulationSchema } from './simulation-schema.js';
import { readYaml } from './yaml-source.js';

/** A scenario that is right by itself; whether its names are those of its pack is asked for apart. */
export interface LoadedSimulation {
  readonly simulation: Simulation;
  /** Every name the routing of the pack does not know; empty: none. */
  faultsAgainst(routing: RoutingConfig): PackFault[];
}

/** Reads a simulation scenario, YAML or JSON, of at most 1 MB. Every fault is reported; `file` is only used to say where. */
export function loadSimulation(file: string, bytes: Uint8Array): Result<LoadedSimulation, PackFault[]> {
  const text = decodeText(file, bytes);
  if (!text.ok) return err([text.error]);
  const source = readYaml(file, text.value);
  if (source.faults.length > 0) return err(sortFaults(source.faults));
  const { parsed, faults } = checkShape(simulationSchema, source.value);
  const found = parsed === undefined ? faults : checkSimulation(parsed);
  if (parsed === undefined || found.length > 0) {
    return err(sortFaults(found.map((fault) => source.place(fault))));
  }
  return ok({
    simulation: parsed,
    faultsAgainst: (routing) =>
      sortFaults(checkSimulationAgainst(parsed, routing).map((fault) => source.place(fault))),
  });
}
