import type { Scene, Surface } from '../picture.ts';
import { BLOCK, DUTCH, JUSTIFY } from '../policies.ts';

const DIALOG = 'dialog[open]';

/** Presses the link, or the button, until In Camera asks. */
const held = (name: string, path: string, press: string, policy: unknown, looks: Scene['looks']): Scene => ({
  name,
  looks,
  policy,
  async take(stage, { webmail, pages }, file) {
    const own = path.startsWith('/mail/') || path.startsWith('/draft/') ? webmail : pages;
    await stage.page.goto(own + path);
    await stage.shown('.panel');
    await stage.page.click(press);
    await stage.shown(DIALOG);
    await stage.page.screenshot({ path: file });
    await stage.page.goto('about:blank');
    return undefined;
  },
});

const LINK = '.text a';
const DRAFT = '/draft/zoom-being-written';

export const HOLD: Surface = {
  id: 'hold',
  title: 'The question before joining or sending',
  scenes: [
    held('join, justify', '/mail/zoom-no-passcode', LINK, JUSTIFY, 'all'),
    held('send, justify', DRAFT, '.send', JUSTIFY, 'english'),
    held('join, block', '/mail/zoom-no-passcode', LINK, BLOCK, 'all'),
    held('send, block', DRAFT, '.send', BLOCK, 'english'),
    held('join, marked, justify', '/mail/webex-personal-room', LINK, DUTCH, 'english'),
    held('join, marked, block', '/secret', LINK, DUTCH, 'english'),
  ],
};
