import { parseVerifierKey, leafHash, inclusionProof, openCheckpoint, verifyInclusion, openCommitment, parseEntry } from '@baton/ledger';
