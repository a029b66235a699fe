import { checkReferences, checkUnique } from './check-names.js';
import type { ComplianceConfig } from './compliance-schema.js';
import type { FoundFault } from './fault.js';

/** Faults in `compliance.yaml` that only show once the shape is right. */
export function checkCompliance({ jurisdictions, defaultJurisdiction }: ComplianceConfig): FoundFault[] {
  const codes = jurisdictions.map(({ code }) => code);
  return [
    ...checkUnique(
      codes.map((name, index) => ({ name, path: ['jurisdictions', index, 'code'] })),
      'jurisdiction',
    ),
    ...checkReferences([{ name: defaultJurisdiction, path: ['defaultJurisdiction'] }], codes, 'jurisdiction'),
    ...jurisdictions.flatMap(({ consents }, index) =>
      checkUnique(
        consents.map(({ purpose }, each) => ({
          name: purpose,
          path: ['jurisdictions', index, 'consents', each, 'purpose'],
        })),
        'consent',
      ),
    ),
  ];
}
