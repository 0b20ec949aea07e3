/** The pages of the browser's bench. Those that are traced use no promises: bench-trace.ts takes every continuation for ours. */
import { invitation, prose, thread } from './bench-texts.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** As webmails lay mails out: each line a block of its own. */
const asHtml = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escaped(line)}</div>`)
    .join('\n');

/** Ten lines in a block: with one for each, the page alone would take a second for every change. */
const asBlocks = (text: string): string => {
  const lines = text.split('\n');
  const blocks = Array.from({ length: Math.ceil(lines.length / 10) }, (_, index) =>
    escaped(lines.slice(index * 10, index * 10 + 10).join('\n')),
  );
  return blocks.map((block) => `<div style="white-space: pre-wrap">${block}</div>`).join('\n');
};

const around = (
  inside: string,
  script: string,
): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Inbox</title><style>#list { height: 300px; overflow: auto } .row { display: flex; gap: 8px; height: 20px; overflow: hidden }</style>
<body><script>
  performance.mark('begin');
  /** Does it so often, each after so many milliseconds (0: in the next frame), and marks each time and the end of their effects. */
  function repeat(times, every, work) {
    const later = every === 0 ? requestAnimationFrame : (next) => setTimeout(next, every);
    performance.mark('begin');
    const step = (count) => {
      if (count === times) return void setTimeout(() => { performance.mark('end'); window.isDone = true; }, 1000);
      performance.mark('batch');
      work(count);
      later(() => step(count + 1));
    };
    step(0);
  }
</script>
<header role="banner"><h1>Webmail of Examplestad</h1><nav><a href="/settings">Settings</a> <a href="/help">Help</a></nav></header>
${inside}<script>${script}</script>`;

const pane = (title: string, body: string): string =>
  `<main><h2>${title}</h2><p>From <span>jan.devries@example.org</span></p><div id="body">${body}</div></main>`;

/** 10,000 nodes: a thousand rows of five elements, four texts and a blank between; no meeting. It is done three seconds after its load. */
const manyNodes = (): string => {
  const rows = Array.from(
    { length: 1000 },
    (_, index) =>
      `<div class="row"><b>Colleague ${index}</b><a href="/mail/${index}">Budget ${index}</a><span>${prose(80)}</span><i>10:00</i></div>`,
  );
  return around(
    `<div id="list">${rows.join('\n')}</div>${pane('Budget', '<p>No meeting at all.</p>')}`,
    "addEventListener('load', () => setTimeout(() => { performance.mark('end'); window.isDone = true; }, 3000));",
  );
};

/** A list that holds a hundred of 10,000 messages; each frame fifty go and fifty come. The open mail is an invitation. */
const scrolling = (): string =>
  around(
    `<div id="list" role="list"></div>${pane('Budget', asHtml(invitation()))}`,
    `const list = document.querySelector('#list');
    function rowOf(index) {
      const row = document.createElement('div');
      row.className = 'row';
      row.setAttribute('role', 'listitem');
      const add = (tag, text) => { const cell = row.appendChild(document.createElement(tag)); cell.textContent = text; return cell; };
      add('b', 'Colleague ' + index % 10000);
      add('a', 'Budget ' + index).href = '/mail/' + index;
      add('span', index % 40 === 0 ? 'Join Zoom Meeting, or by telephone' : 'As to item ' + index + ' of the agenda, see the notes');
      add('i', '10:0' + index % 10);
      return row;
    }
    for (let index = 0; index < 100; index++) list.append(rowOf(index));
    window.start = () => repeat(200, 0, (count) => {
      for (let index = 0; index < 50; index++) list.firstChild.remove();
      for (let index = 0; index < 50; index++) list.append(rowOf(100 + count * 50 + index));
    });`,
  );

/** An invitation that its page writes anew a hundred times a second. */
const rewriting = (): string =>
  around(
    pane('Budget', asHtml(invitation())),
    `const body = document.querySelector('#body'); const once = body.innerHTML;
    window.start = () => repeat(400, 10, (count) => { body.innerHTML = '<p>' + count + '</p>' + once; });`,
  );

/** A thread of 5 MB with an invitation in each of its mails, to which a line comes twenty times a second. */
const longThread = (): string =>
  around(
    pane('Budget', asBlocks(thread(5 * 1024 * 1024))),
    `const body = document.querySelector('#body');
    window.start = () => repeat(100, 50, (count) => {
      body.append(Object.assign(document.createElement('div'), { textContent: 'Line ' + count }));
    });`,
  );

/** An open webmail into which an invitation comes. Its own clock says when our element stands there. */
const arriving = (): string =>
  around(
    `<div id="list">${asHtml(prose(20_000))}</div><main></main>`,
    `const main = document.querySelector('main');
    const ours = () => [...document.querySelectorAll('*')].find((one) => one.localName.startsWith('in-camera'));
    // What it shows is in the top layer, and put there before the page hears of the element; its own box is empty.
    const isSeen = (one) => one !== undefined && one.checkVisibility();
    window.arrive = (id) => new Promise((seen) => {
      const article = document.createElement('article');
      const line = (tag, text) => { article.appendChild(document.createElement(tag)).textContent = text; };
      line('h2', 'Budget ' + id);
      line('p', 'Join Zoom Meeting');
      line('p', 'https://zoom.us/j/' + id);
      const began = performance.now();
      const watch = new MutationObserver(() => {
        if (!isSeen(ours())) return;
        seen(performance.now() - began);
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true });
      main.append(article);
    });
    window.leave = () => main.replaceChildren();
    window.isQuiet = () => !isSeen(ours());`,
  );

/** By path. */
export const BENCH_PAGES: ReadonlyMap<string, () => string> = new Map([
  ['/many-nodes', manyNodes],
  ['/scrolling', scrolling],
  ['/rewriting', rewriting],
  ['/long-thread', longThread],
  ['/arriving', arriving],
]);
