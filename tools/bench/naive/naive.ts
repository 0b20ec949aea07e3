/**
 * What a naive content script does, and nothing more: linkify-it over the body's text at the start and after each batch of mutations. It
 * judges nothing, sends nothing, shows nothing. Kindly, it takes `textContent`; `innerText`, as people see the text, lays the page out first.
 */
import { LinkifyIt } from 'linkify-it';

const linkify = new LinkifyIt();

/** On the window of its own world, so that nobody can leave the work out as unused. */
const found = { naiveLinks: 0 };
Object.assign(window, { found });

function look(): void {
  found.naiveLinks = linkify.match(document.body?.textContent ?? '')?.length ?? 0;
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
look();
