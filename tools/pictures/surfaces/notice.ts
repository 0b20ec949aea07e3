import type { Places, Scene, Surface } from '../picture.ts';
import { BLOCK, DUTCH, JUSTIFY, NONE } from '../policies.ts';
import type { Stage } from '../stage.ts';

type At = (places: Places) => string;

const demo =
  (path: string): At =>
  ({ webmail }) =>
    webmail + path;
const own =
  (path: string): At =>
  ({ pages }) =>
    pages + path;

async function line(stage: Stage, url: string, path: string): Promise<undefined> {
  await stage.page.goto(url);
  await stage.cut('.panel', path);
}

async function opened(stage: Stage, url: string, path: string): Promise<undefined> {
  await stage.page.goto(url);
  await stage.press('.toggle', { shows: '.panel.open .details' });
  await stage.cut('.panel', path);
}

/** Made small, and large again for whatever comes after. */
async function small(stage: Stage, url: string, path: string): Promise<undefined> {
  await stage.page.goto(url);
  await stage.press('.close', { shows: '.panel.quiet' });
  await stage.cut('.panel', path);
  await stage.forget('small-notices');
}

interface Told {
  name: string;
  at: At;
  policy?: unknown;
  looks?: Scene['looks'];
}

const SHAPES = { line, opened, small };

const scenes = (shape: keyof typeof SHAPES, all: readonly Told[]): Scene[] =>
  all.map(({ name, at, policy = NONE, looks = 'english' }) => ({
    name: `${name}, ${shape}`,
    looks,
    policy,
    take: (stage, places, path) => SHAPES[shape](stage, at(places), path),
  }));

const WARN: Told = { name: 'warn', at: demo('/mail/zoom-no-passcode'), looks: 'all' };
const INFORM: Told = { name: 'inform', at: demo('/mail/teams-dutch') };
const HELD: Told = { name: 'justify', at: demo('/mail/zoom-no-passcode'), policy: JUSTIFY };
const BLOCKED: Told = { name: 'block', at: demo('/mail/zoom-no-passcode'), policy: BLOCK };
const UNCHECKED: Told = { name: 'unchecked', at: own('/attachment') };
const WRITING: Told[] = [
  { name: 'writing, warn', at: demo('/draft/zoom-being-written') },
  { name: 'writing, justify', at: demo('/draft/zoom-being-written'), policy: JUSTIFY },
  { name: 'writing, block', at: demo('/draft/zoom-being-written'), policy: BLOCK },
];
const EVENT: Told = { name: 'event, warn', at: demo('/event/webex-college') };
const MARKED: Told[] = [
  { name: 'marked, justify', at: demo('/mail/webex-personal-room'), policy: DUTCH },
  { name: 'marked, block', at: own('/secret'), policy: DUTCH },
];

/** Longer than ask() waits (extension/content/ask.ts). */
const SILENT_MS = 18_000;
/** A mail is opened, without a reload, while the worker does not answer. */
const TROUBLE: Scene = {
  name: 'trouble',
  looks: 'english',
  policy: NONE,
  async take(stage, { webmail }, path) {
    await stage.page.goto(`${webmail}/mail/zoom-good`);
    await stage.report();
    const over = stage.occupyWorker(SILENT_MS);
    await stage.page.click('nav a[href="/mail/zoom-no-passcode"]');
    await stage.shown('.panel', SILENT_MS);
    await stage.cut('.panel', path);
    await over;
    return undefined;
  },
};

export const NOTICE: Surface = {
  id: 'notice',
  title: 'The notice in the page',
  scenes: [
    ...scenes('line', [WARN, INFORM, HELD, BLOCKED, UNCHECKED, EVENT, ...WRITING, ...MARKED]),
    ...scenes('opened', [
      WARN,
      { ...INFORM, looks: 'all' },
      HELD,
      BLOCKED,
      UNCHECKED,
      EVENT,
      ...WRITING,
      ...MARKED,
    ]),
    ...scenes('small', [{ ...WARN, looks: 'english' }, HELD, BLOCKED]),
    TROUBLE,
  ],
};
