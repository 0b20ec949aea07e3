/** A sensitivity label of Microsoft Purview, as mail carries it (facts/markings.md section 4). */
export interface MsipLabel {
  /** GUID, in lower case: what a policy maps. */
  id: string;
  /** The internal name, not the one that people see. Null if not given. */
  name: string | null;
}

/** A label takes some 500 units. */
const LONGEST = 20_000;
const MOST_LABELS = 50;
const KEY = /^msip_label_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})_([a-z_]{1,40})$/i;

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
