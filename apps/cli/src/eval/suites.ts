import type { Suite } from './suite.js';
import { banking77 } from './suites/banking77.js';
import { betold } from './suites/betold.js';
import { clinc150 } from './suites/clinc150.js';
import { goemotions } from './suites/goemotions.js';
import { langid } from './suites/langid.js';
import { mhch } from './suites/mhch.js';
import { nlupp } from './suites/nlupp.js';

/** Every suite of `baton eval`. */
export const suites: readonly Suite[] = [banking77, clinc150, nlupp, betold, mhch, langid, goemotions];
