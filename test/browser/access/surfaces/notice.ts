import { NOTICE_KINDS, type NoticeKind, type Trouble } from '../../../../extension/messages.ts';
import type { Review } from '../../../../src/model.ts';
import { REVIEWS } from '../reviews.ts';
import { ready, type Stage } from '../stage.ts';
import type { State, Surface } from './surface.ts';

interface Shown {
  review: Review | null;
  trouble: Trouble | null;
  small: readonly NoticeKind[];
}

const TROUBLED: Shown = { review: null, trouble: 'worker-silent', small: [] };
const shown = (kind: Exclude<NoticeKind, 'trouble'>): Shown => ({
  review: REVIEWS[kind],
  trouble: null,
  small: [],
});

/** An element of the notice, whose root is open in the gallery. */
export const inNotice = (selector: string): string =>
  `[...document.querySelectorAll('*')].find((one) => one.localName.startsWith('in-camera-'))?.shadowRoot.querySelector(${JSON.stringify(selector)})`;

/** The gallery must be open. */
async function show(stage: Stage, what: Shown): Promise<void> {
  await stage.page.evaluate(`void gallery.notice(${JSON.stringify(what)})`);
}

/** By the keyboard, because the notice obeys no event that a script makes. */
async function openNotice(stage: Stage): Promise<void> {
  await stage.page.evaluate(`${inNotice('.toggle')}.focus()`);
  await stage.page.keyboard.press('Enter');
  await ready(stage.page, `${inNotice('.toggle')}.ariaExpanded === 'true'`);
}

function statesOf(kind: NoticeKind): State[] {
  if (kind === 'trouble')
    return [{ name: kind, measured: true, show: (stage: Stage) => show(stage, TROUBLED) }];
  const opened: State = {
    name: `${kind}, opened`,
    async show(stage) {
      await show(stage, shown(kind));
      await openNotice(stage);
    },
  };
  const isLoud = kind !== 'inform' && kind !== 'unchecked';
  return [
    { name: kind, show: (stage) => show(stage, shown(kind)) },
    ...(isLoud
      ? [
          {
            name: `${kind}, small`,
            show: (stage: Stage) => show(stage, { ...shown(kind), small: [kind] }),
          },
        ]
      : []),
    kind === 'block' ? { ...opened, measured: true } : opened,
  ];
}

export const NOTICE: Surface = {
  name: 'notice',
  states: [
    ...NOTICE_KINDS.flatMap(statesOf),
    {
      name: 'writing, opened',
      async show(stage) {
        await show(stage, { review: REVIEWS.writing, trouble: null, small: [] });
        await openNotice(stage);
      },
    },
  ],
};
