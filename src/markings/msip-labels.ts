import { isoTime } from '../invitation/wall-time.ts';

/** A sensitivity label of Microsoft Purview, as mail carries it (facts/markings.md section 4). */
export interface MsipLabel {
  /** GUID, in lower case: what a policy maps. */
  id: string;
  /** The internal name, not the one that people see. Null if not given. */
  name: string | null;
  /** GUID of the tenant whose label it is, in lower case. Null if not given. */
  siteId: string | null;
  /** Privileged: a person chose it. Standard: it came by itself. Null if not given, and in the older form. */
  method: 'Standard' | 'Privileged' | null;
  /** ISO 8601 in UTC. Null if not given. */
  setDate: string | null;
}

/** A label takes some 500 units. */
const LONGEST = 20_000;
const MOST_LABELS = 50;
const KEY = /^msip_label_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_([a-z_]{1,40})$/i;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Microsoft's clients write up to seven digits behind the second, and offsets without a colon. */
const SET_DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?:Z|([+-]\d\d):?(\d\d))$/i;

/**
 * The labels that the value of an `msip_labels` header switches on, in order: one a tenant, several tenants are possible. The
 * value's parts may stand in any order, and with blanks wherever it was folded. At most 50, out of the first 20,000 units.
 */
export function readMsipLabels(value: string): readonly MsipLabel[] {
  const labels = new Map<string, Map<string, string>>();
  // The older form repeats the label's name without its GUID.
  let sensitivity: string | null = null;
  for (const part of wholeParts(value)) {
    const equals = part.indexOf('=');
    const key = withoutBlanks(part.slice(0, Math.max(0, equals)));
    const text = part.slice(equals + 1);
    if (key.toLowerCase() === 'sensitivity') sensitivity = named(text);
    const [, id, property] = KEY.exec(key) ?? [];
    if (id === undefined || property === undefined) continue;
    const label = labels.get(id.toLowerCase()) ?? new Map<string, string>();
    labels.set(id.toLowerCase(), label.set(property.toLowerCase(), text));
  }
  const alone = labels.size === 1;
  return [...labels]
    .filter(([, label]) => withoutBlanks(label.get('enabled') ?? '').toLowerCase() === 'true')
    .slice(0, MOST_LABELS)
    .map(([id, label]) => ({
      id,
      name: named(label.get('name') ?? '') ?? (alone ? sensitivity : null),
      siteId: guidOf(label.get('siteid') ?? ''),
      method: methodOf(label.get('method') ?? ''),
      setDate: timeOf(label.get('setdate') ?? ''),
    }));
}

/** A part that our bound cuts would tell half a name. */
function wholeParts(value: string): string[] {
  if (value.length <= LONGEST) return value.split(';');
  return value.slice(0, LONGEST).split(';').slice(0, -1);
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** A name may hold blanks; where it was folded, one of them is a line's end. */
const named = (text: string): string | null => text.trim().split(/\s+/).join(' ') || null;

function guidOf(text: string): string | null {
  const id = withoutBlanks(text);
  return GUID.test(id) ? id.toLowerCase() : null;
}

function methodOf(text: string): MsipLabel['method'] {
  const method = withoutBlanks(text).toLowerCase();
  if (method === 'standard') return 'Standard';
  return method === 'privileged' ? 'Privileged' : null;
}

function timeOf(text: string): string | null {
  const [, time, hours, minutes] = SET_DATE.exec(withoutBlanks(text)) ?? [];
  if (time === undefined) return null;
  return isoTime(Date.parse(hours === undefined ? `${time}Z` : `${time}${hours}:${minutes}`));
}
