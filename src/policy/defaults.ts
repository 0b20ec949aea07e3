import type { PolicyInForce } from './in-force.ts';

/**
 * For a person without an IT department. All schemes are in force, every rule has its own default level, and no platform has a
 * ceiling: what is too sensitive for which platform is the organisation's decision.
 */
export const DEFAULT_POLICY: PolicyInForce = {
  policy: {},
  note: {
    source: 'default',
    version: null,
    organisation: null,
    contact: null,
    helpUrl: null,
    faults: [],
    notApplied: [],
    ownSettings: [],
  },
};
