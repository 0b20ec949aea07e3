/** What is right in a policy file, and perhaps not what was meant. */
import type { Node } from 'jsonc-parser';
import { hostMatches } from '../../src/links/hosts.ts';
import { OWN_LABELS } from '../../src/markings/ranks.ts';
import { SCHEMES } from '../../src/markings/schemes/index.ts';
import { severity } from '../../src/model.ts';
import { PLATFORMS } from '../../src/platforms/index.ts';
import { platformName, platformsAt } from '../../src/platforms/recognise.ts';
import { lastMoment } from '../../src/policy/days.ts';
import { markingsOf, type PolicyInForce } from '../../src/policy/in-force.ts';
import { type PlatformUse, type Policy, policySchema } from '../../src/policy/schema.ts';
import { type JsonPath, meantBy } from './allowed.ts';
import { memberOf, nodeAt } from './places.ts';

/** `at`: offset in the text. */
export interface Advice {
  at: number;
  message: string;
}

/** What a look at the policy needs. */
interface Look {
  policy: Policy;
  now: Date;
  /** Of the node that the steps lead to, or of the last one on the way that is there. */
  at(...path: JsonPath): number;
  /** Of the text that stands in the list to which the steps lead: its place there is another one where a fault takes others out. */
  atText(written: string, ...path: JsonPath): number;
  /** The object that the steps lead to has this key. */
  has(key: string, ...path: JsonPath): boolean;
  /** What applies of a list, each with its place among all that the file has. */
  items<Item>(key: keyof Policy, applied: readonly Item[] | undefined): { item: Item; index: number }[];
}

/** In no order. `root`: the tree of the text that `inForce` was read from. */
export function advice(inForce: PolicyInForce, root: Node, now: Date): Advice[] {
  if (root.type !== 'object' || root.children === undefined || root.children.length === 0) return [];
  const look = lookAt(inForce, root, now);
  return [
    ...inForce.note.notApplied.map((key) => ({
      at: look.at(key),
      message: `${key}: In Camera knows this setting, and this version does nothing with it.`,
    })),
    ...aboutExpectedKeys(look, root),
    ...aboutMarkings(look),
    ...aboutReferences(look),
    ...aboutPlatforms(look),
    ...aboutUnreadKeys(inForce, root),
    ...aboutServers(look),
    ...aboutRules(look),
    ...aboutTitles(look),
    ...aboutExceptions(look),
  ];
}

function lookAt({ policy, note }: PolicyInForce, root: Node, now: Date): Look {
  const lost = new Set(note.faults.map((fault) => fault.lost));
  return {
    policy,
    now,
    at: (...path) => nodeAt(root, path).offset,
    atText: (written, ...path) => {
      const list = nodeAt(root, path);
      return (list.children?.find(({ value }) => value === written) ?? list).offset;
    },
    has: (key, ...path) => memberOf(nodeAt(root, path), key) !== undefined,
    items: (key, applied = []) => {
      const length = nodeAt(root, [key]).children?.length ?? 0;
      const kept = [...Array(length).keys()].filter((index) => !lost.has(`${key}[${index}]`));
      // Not so when there are more faults than are named: then which item is which is not known, and advice can wait.
      if (kept.length !== applied.length) return [];
      return applied.flatMap((item, place) => {
        const index = kept[place];
        return index === undefined ? [] : [{ item, index }];
      });
    },
  };
}

function aboutExpectedKeys({ policy, at }: Look, root: Node): Advice[] {
  if (policy.expectedKeys === undefined)
    return [
      {
        at: at(),
        message: 'Without expectedKeys nobody notices when a browser drops a setting. Name your keys there.',
      },
    ];
  const expected = new Set(['expectedKeys', ...policy.expectedKeys]);
  const unexpected = Object.keys(policySchema.shape).filter(
    (key) => !expected.has(key) && memberOf(root, key) !== undefined,
  );
  if (unexpected.length === 0) return [];
  return [
    {
      at: at('expectedKeys'),
      message: `expectedKeys does not name ${unexpected.join(', ')}: nobody would notice when a browser drops ${unexpected.length === 1 ? 'it' : 'them'}.`,
    },
  ];
}

/** With or without braces, as Purview and Entra show it. */
const GUID = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\})$/i;

function aboutMarkings({ policy, at, atText, items }: Look): Advice[] {
  const found: Advice[] = [];
  const { labels, schemes, organisation } = policy;
  if (schemes?.length === 0)
    found.push({
      at: at('schemes'),
      message: `schemes is an empty list: no marking is read${labels === undefined || labels.length === 0 ? '' : ', but your own labels'}. Without the key all schemes are in force but corp.`,
    });
  if (organisation?.mailDomains?.length === 0)
    found.push({
      at: at('organisation', 'mailDomains'),
      message: 'organisation.mailDomains is an empty list: nobody counts as a person from outside.',
    });
  for (const { item, index } of items('labels', labels)) {
    const { id, names, purviewIds } = item;
    const path = `labels[${index}]`;
    const hasNone = (names ?? []).length === 0 && (purviewIds ?? []).length === 0;
    if (hasNone && !id.includes('/'))
      found.push({
        at: at('labels', index),
        message: `${path}: “${id}” has neither names nor purviewIds, so no invitation is seen to have it.`,
      });
    else
      for (const [key, list] of Object.entries({ names, purviewIds }))
        if (list?.length === 0)
          found.push({
            at: at('labels', index, key),
            message: `${path}.${key} is an empty list: it names nothing.`,
          });
    names?.forEach((name) => {
      if ([...name.trim()].length === 1)
        found.push({
          at: atText(name, 'labels', index, 'names'),
          message: `${path}.names: “${name}” is one letter. It is read as the label wherever it stands alone, also where it means something else.`,
        });
    });
    purviewIds?.forEach((guid) => {
      if (!GUID.test(guid.trim()))
        found.push({
          at: atText(guid, 'labels', index, 'purviewIds'),
          message: `${path}.purviewIds: “${guid}” is no GUID, so no label of Purview is known by it.`,
        });
    });
  }
  return found;
}

/** Markings that other settings name and that nothing reads in an invitation. */
function aboutReferences({ policy, at, has, items }: Look): Advice[] {
  const { referenced } = markingsOf(policy);
  const inForce = new Set(policy.schemes ?? SCHEMES.filter(({ byDefault }) => byDefault).map(({ id }) => id));
  // A label of Purview is read without its scheme.
  const byPurview = new Set(
    (policy.labels ?? []).filter(({ purviewIds = [] }) => purviewIds.length > 0).map(({ id }) => id),
  );
  const about = (marking: string | undefined, where: string, path: JsonPath): Advice[] => {
    const [scheme = ''] = marking?.split('/') ?? [];
    if (marking === undefined || scheme === OWN_LABELS || inForce.has(scheme) || byPurview.has(marking))
      return [];
    return [
      {
        at: at(...path),
        message: `${where}: schemes does not name ${scheme}, so “${marking}” is read in no invitation. It counts here by its rank, ${referenced(marking)?.rank ?? 0}, for the markings that are read.`,
      },
    ];
  };
  return [
    ...items('rules', policy.rules).flatMap(({ item, index }) =>
      about(item.from, `rules[${index}].from`, ['rules', index, 'from']),
    ),
    // What an entry has from otherPlatforms does not stand in it.
    ...items('platforms', policy.platforms).flatMap(({ item, index }) =>
      has('ceiling', 'platforms', index)
        ? about(item.ceiling, `platforms[${index}].ceiling`, ['platforms', index, 'ceiling'])
        : [],
    ),
    ...about(policy.otherPlatforms?.ceiling, 'otherPlatforms.ceiling', ['otherPlatforms', 'ceiling']),
  ];
}

const USES: readonly PlatformUse[] = ['allowed', 'join-only', 'forbidden'];

function aboutPlatforms({ policy, at, atText, items }: Look): Advice[] {
  const { referenced } = markingsOf(policy);
  const found: Advice[] = [];
  const entries = items('platforms', policy.platforms);
  const strictness = ({ use = 'allowed', ceiling }: (typeof entries)[number]['item']): [number, number] => [
    USES.indexOf(use),
    -(ceiling === undefined ? Number.POSITIVE_INFINITY : (referenced(ceiling)?.rank ?? 0)),
  ];
  for (const { item, index } of entries) {
    const { platform, hosts, tenants } = item;
    const path = `platforms[${index}]`;
    const name = platformName(platform);
    if (hosts?.length === 0)
      found.push({
        at: at('platforms', index, 'hosts'),
        message: `${path}.hosts is an empty list: this entry counts for no meeting. Without the key it counts for every host of ${name}.`,
      });
    if (tenants?.length === 0)
      found.push({
        at: at('platforms', index, 'tenants'),
        message: `${path}.tenants is an empty list: no account is known as yours, so none is a foreign one.`,
      });
    if (platform === 'teams')
      tenants?.forEach((tenant) => {
        if (!GUID.test(tenant.trim()))
          found.push({
            at: atText(tenant, 'platforms', index, 'tenants'),
            message: `${path}.tenants: “${tenant}” is no GUID. Links to Teams name the tenant by its GUID alone, so this one matches none of them.`,
          });
      });
    if (hosts !== undefined) continue;
    const others = entries.filter((other) => other.index !== index && other.item.platform === platform);
    const [use, ceiling] = strictness(item);
    // A mild entry for all hosts beside a strict one for some does what it says.
    const isMilder = (other: (typeof entries)[number]): boolean => {
      const [otherUse, otherCeiling] = strictness(other.item);
      return use <= otherUse && ceiling <= otherCeiling && (use < otherUse || ceiling < otherCeiling);
    };
    if (others.some((other) => other.item.hosts !== undefined && !isMilder(other)))
      found.push({
        at: at('platforms', index),
        message: `${path} names no hosts, so it counts for every host of ${name}, those of the other entries too. Of all entries that match, the strictest wins.`,
      });
  }
  return found;
}

/** The key without which an item counts for more than was meant. */
const NARROWED_BY = [
  ['platforms', 'hosts', 'it counts for every host of the service'],
  ['rules', 'from', 'it counts whatever the marking'],
  ['exceptions', 'host', 'it counts for every host'],
  ['incidents', 'createdBefore', 'it counts whenever the invitation was made'],
] as const;

/** A service's entry is dangerous with any key too many; elsewhere one that is nearly the narrowing key is what was meant by it. */
function isAbout(list: string, key: string, path: string): boolean {
  const written = path.slice(path.lastIndexOf('.') + 1);
  return list === 'platforms' || meantBy([list, 0, written], written) === key;
}

/** Chromium takes a key that nobody knows out of an item (facts/deployment.md section 4); what is left looks right, and may be much wider. */
function aboutUnreadKeys({ note }: PolicyInForce, root: Node): Advice[] {
  const faulty = note.faults.filter(({ problem }) => problem === 'unknown-key').map(({ path }) => path);
  return NARROWED_BY.flatMap(([list, key, wider]) => {
    const items = nodeAt(root, [list]);
    return (items.type === 'array' ? (items.children ?? []) : []).flatMap((item, index): Advice[] => {
      const path = `${list}[${index}]`;
      const unread = faulty.find((one) => one.startsWith(`${path}.`) && isAbout(list, key, one));
      if (unread === undefined || item.type !== 'object' || memberOf(item, key) !== undefined) return [];
      return [
        {
          at: item.offset,
          message: `${path} has no “${key}”, and Chrome, Chromium and Edge take “${unread.slice(path.length + 1)}” out of it without a word: there ${wider}.`,
        },
      ];
    });
  });
}

const PLATFORM_HOSTS = PLATFORMS.flatMap(({ name, hosts }) => hosts.map((host) => ({ name, host })));

function aboutServers({ policy, at, atText, items }: Look): Advice[] {
  return items('selfHosted', policy.selfHosted).flatMap(({ item: { platform, hosts }, index }): Advice[] => {
    const path = `selfHosted[${index}].hosts`;
    if (hosts.length === 0)
      return [
        {
          at: at('selfHosted', index, 'hosts'),
          message: `${path} is an empty list: no server is known to run ${platformName(platform)}.`,
        },
      ];
    return hosts.flatMap((host): Advice[] => {
      const plain = host.toLowerCase().replace(/^\*\./, '');
      // "*.com" takes in more than one's own, too.
      const owner =
        platformsAt(plain)[0]?.name ??
        PLATFORM_HOSTS.find((known) => hostMatches(known.host.replace(/^\*\./, ''), host))?.name ??
        (host.startsWith('*.')
          ? PLATFORM_HOSTS.find((known) => known.host === `*.${plain}`)?.name
          : undefined);
      if (owner === undefined) return [];
      return [
        {
          at: atText(host, 'selfHosted', index, 'hosts'),
          message: `${path}: “${host}” is a host of ${owner}, where others have meetings, too: all of them would count as your own. Name your own account in tenants, under platforms.`,
        },
      ];
    });
  });
}

/** Rules that are quiet about some of their cases as long as no level is set for all. */
const QUIET_ABOUT: ReadonlyMap<string, string> = new Map([
  ['credentials-in-title', 'for the links and numbers that programs themselves write into the location'],
  [
    'open-dial-in',
    'for the phone line of every Teams meeting, of which no invitation shows whether it is open',
  ],
]);

function aboutRules({ policy, at, items }: Look): Advice[] {
  const { referenced } = markingsOf(policy);
  const entries = items('rules', policy.rules);
  const since = (from: string | undefined): number =>
    from === undefined ? Number.NEGATIVE_INFINITY : (referenced(from)?.rank ?? Number.POSITIVE_INFINITY);
  return entries.flatMap(({ item, index }): Advice[] => {
    const { rule, from, level } = item;
    const found: Advice[] = [];
    const quiet = QUIET_ABOUT.get(rule);
    if (quiet !== undefined && from === undefined && (level === 'justify' || level === 'block'))
      found.push({
        at: at('rules', index, 'level'),
        message: `rules[${index}]: without “from”, ${rule} at ${level} is also meant ${quiet}.`,
      });
    const louder = entries.find(
      (other) =>
        other.index !== index &&
        other.item.rule === rule &&
        since(other.item.from) <= since(from) &&
        // Only one without `from` takes the place of the built-in level.
        (from !== undefined || other.item.from === undefined) &&
        (severity(other.item.level) > severity(level) ||
          (other.item.level === level && (other.index < index || since(other.item.from) < since(from)))),
    );
    if (louder !== undefined)
      found.push({
        at: at('rules', index),
        message: `rules[${index}] changes nothing: rules[${louder.index}] counts wherever it does, at ${louder.item.level}, and the strictest wins.`,
      });
    return found;
  });
}

function aboutTitles({ policy, atText }: Look): Advice[] {
  return (policy.titles?.forbiddenTerms ?? []).flatMap((term): Advice[] => {
    if (!/^[*?\s]*$/.test(term)) return [];
    return [
      {
        at: atText(term, 'titles', 'forbiddenTerms'),
        message: /[*?]/.test(term)
          ? `titles.forbiddenTerms: “${term}” has no letter of its own, so it stands for words of any kind in nearly every title.`
          : 'titles.forbiddenTerms: this term is blank, so no title holds it.',
      },
    ];
  });
}

function aboutExceptions({ policy, now, at, items }: Look): Advice[] {
  return items('exceptions', policy.exceptions).flatMap(({ item: { until }, index }): Advice[] =>
    now.getTime() > lastMoment(until)
      ? [
          {
            at: at('exceptions', index, 'until'),
            message: `The exception ended on ${until}: it does nothing.`,
          },
        ]
      : [],
  );
}
