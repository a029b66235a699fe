import { resolve } from 'node:path';
import {
  formatFaults,
  loadPack,
  resolvePackDir,
  type Pack,
  type ValidateEscalation,
  type ValidateRouting,
} from '@baton/packs';
import { compilePolicy, compileRouting } from '@baton/policy';
import { CliError } from './cli-error.js';

/** The packs that ship with Baton. */
const shippedPacksDir = resolve(import.meta.dirname, '../../../packs');

/** What the policy engine has to say of a pack's rules. */
export const validateEscalation: ValidateEscalation = (source, context) => {
  const compiled = compilePolicy(source, context);
  return compiled.ok ? [] : compiled.error;
};

/** What it has to say of the weights of its queues. */
export const validateRouting: ValidateRouting = (routing) => {
  const compiled = compileRouting(routing);
  return compiled.ok ? [] : compiled.error;
};

/** The pack of `--pack`: a folder or the name of one that ships. Exit 2 with file, line and what to write where it is not valid. */
export function openPack(nameOrFolder: string, validate: ValidateEscalation = validateEscalation): Pack {
  const dir = packDir(nameOrFolder);
  const pack = loadPack(dir, { validateEscalation: validate, validateRouting });
  if (pack.ok) return pack.value;
  throw new CliError(2, formatFaults(pack.error, dir));
}

export function packDir(nameOrFolder: string): string {
  const dir = resolvePackDir(nameOrFolder, process.env['BATON_PACKS_DIR'] ?? shippedPacksDir);
  if (dir.ok) return dir.value;
  throw new CliError(2, dir.error.message);
}
