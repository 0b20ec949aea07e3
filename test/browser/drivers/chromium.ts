/** Drives Chromium with the extension in it. Tricks and their measurements: facts/toolchain.md, "Chromium". */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Frame, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../tools/browsers.ts';
import { CALL_OFF_FIRST_RUN } from '../../../tools/first-run.ts';
import { type Point, press } from '../press.ts';
import { needsTurn } from '../turn.ts';
import { until } from '../until.ts';

export interface Badge {
  text: string;
  /** `#rrggbb`; what stands behind an empty text means nothing. */
  colour: string;
  tabId: number;
}

/** What both drivers offer; Page is Playwright's or Puppeteer's. Everything rejects when it waited in vain. */
export interface ExtensionDriver<AnyPage> {
  /** The host in the addresses of the extension's own pages. */
  readonly extensionId: string;
  newPage(): Promise<AnyPage>;
  /** Value of an expression (it may hold `await`) where the extension's background has its APIs. Must be plain data. */
  worker(expression: string): Promise<unknown>;
  /** Ends the background as the browser does when it is idle. The next event, or worker(), starts it again. Resolves to whether it ran. */
  stopWorker(): Promise<boolean>;
  /** Loads the extension anew, as an update does: pages stay open, those of the extension are closed. */
  reload(): Promise<void>;
  /** The badge of the first tab whose address holds this. Rejects when no such tab lets the extension see its address. */
  badge(tabUrlPart: string): Promise<Badge>;
  /** The browser's number of this page's tab. Brings the page to the front when its address does not single it out. */
  tabId(page: AnyPage): Promise<number>;
  /** The popup in a tab of its own, which is in front then. */
  openPopup(tabId: number): Promise<AnyPage>;
  /** What stands in the closed shadow roots of all <in-camera-…> of a page and its frames, white space collapsed. */
  closedShadowText(page: AnyPage): Promise<string[]>;
  /** Presses, with the mouse, the button or link of exactly this text, or label, in such a root; waits ten seconds for it. */
  clickInNotice(page: AnyPage, buttonText: string): Promise<void>;
  /** Waits until a text field in such a root has the focus, which it must get by itself, and types into it by keyboard. */
  typeInNotice(page: AnyPage, text: string): Promise<void>;
  /** The address of every tab, also of one that could not be reached. */
  tabAddresses(): Promise<string[]>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

export interface ChromiumDriver extends ExtensionDriver<Page> {
  readonly context: BrowserContext;
}

export interface ChromiumOptions {
  /** Folder of the built extension. */
  dist: string;
  /** Path of the browser; otherwise findChromium() of tools/browsers.ts says. */
  executable?: string;
  /** Such as `nl`. English when left out. */
  language?: string;
  /** `{'mail.google.com:443': '127.0.0.1:8443'}`; every other name but this machine's is unknown to the browser. */
  hosts?: Readonly<Record<string, string>>;
  /** More command line switches. */
  switches?: readonly string[];
  /** Leaves the first-run page to come. Otherwise it is called off, so that no tab comes in front of a test's own. */
  firstRun?: boolean;
}

/**
 * What Playwright 1.65 switches off; Chromium goes by the last such list, so that ours must hold it, too. Ours are the popups below the
 * address bar, pages of the browser that take a third of the work of a start (measured, 156).
 */
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Starts a browser with a fresh profile, about half a second. Rejects when the extension's worker does not start. */
export async function startChromium(options: ChromiumOptions): Promise<ChromiumDriver> {
  needsTurn('Chromium');
  const executablePath = options.executable ?? findChromium();
  if (executablePath === null) throw new Error('There is no Chromium on this machine.');
  const dist = builtExtension(options.dist);
  const language = options.language ?? 'en-US';
  const hosts = Object.entries(options.hosts ?? {}).map(([name, place]) => `MAP ${name} ${place}`);
  const profile = mkdtempSync(join(tmpdir(), 'in-camera-chromium-'));
  const removeProfile = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });

  let context: BrowserContext | undefined;
  try {
    context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      // Debian has only English locales without chromium-l10n: --lang then chooses the messages of extensions, while
      // i18n.getUILanguage() still says en-US. With its other locales, Chromium on Linux goes by LANGUAGE.
      env: { ...process.env, LANGUAGE: language },
      args: [
        ...chromiumArguments(dist),
        `--disable-features=${DISABLED_FEATURES.join()}`,
        `--lang=${language}`,
        `--host-resolver-rules=${[...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')}`,
        ...(options.switches ?? []),
      ],
    });
    const running = context;
    await until('the worker of the extension', () => running.serviceWorkers().some(isExtension), 10_000);
    const worker = running.serviceWorkers().find(isExtension);
    if (options.firstRun !== true && worker !== undefined)
      await until('the first-run page to be called off', () => worker.evaluate(CALL_OFF_FIRST_RUN));
    return drive(running, removeProfile);
  } catch (error) {
    await context?.close();
    removeProfile();
    throw error;
  }
}

/** Its absolute path. Throws, where the browsers would only wait for a worker that never comes. */
export function builtExtension(dist: string): string {
  if (existsSync(join(dist, 'manifest.json'))) return resolve(dist);
  throw new Error(`There is no built extension in ${resolve(dist)}.`);
}

const isExtension = (worker: { url(): string }): boolean => worker.url().startsWith('chrome-extension://');

function drive(context: BrowserContext, removeProfile: () => void): ChromiumDriver {
  const extensionId = new URL(context.serviceWorkers().find(isExtension)?.url() ?? '').host;
  const origin = `chrome-extension://${extensionId}/`;
  const anyPage = async () => context.pages()[0] ?? (await context.newPage());

  /**
   * Playwright keeps a stopped worker in its list and an evaluation in it hangs; only the protocol knows. Resolves to whether there was
   * anything to do.
   */
  async function bringWorkerTo(status: 'running' | 'stopped'): Promise<boolean> {
    return inSession(context, await anyPage(), async (session) => {
      let wasOther = false;
      let patience: ReturnType<typeof setTimeout> | undefined;
      // A message of a page may start a stopped one again at once: that it was stopped is enough.
      const reached = new Promise<void>((resolve, reject) => {
        patience = setTimeout(() => reject(new Error(`The worker never was ${status}.`)), 10_000);
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          const ours = versions.filter(({ scriptURL }) => scriptURL.startsWith(origin));
          if (ours.some(({ runningStatus }) => runningStatus === status)) resolve();
          else wasOther ||= ours.length > 0;
        });
      });
      const bring = (): Promise<unknown> =>
        status === 'running'
          ? session.send('ServiceWorker.startWorker', { scopeURL: origin })
          : session.send('ServiceWorker.stopAllWorkers');
      await session.send('ServiceWorker.enable');
      await bring();
      // One that was just starting does not hear it.
      const again = setInterval(() => void bring().catch(() => undefined), 500);
      await reached.finally(() => {
        clearTimeout(patience);
        clearInterval(again);
      });
      return wasOther;
    });
  }

  async function worker(expression: string): Promise<unknown> {
    await bringWorkerTo('running');
    const found = context.serviceWorkers().find(isExtension);
    if (found === undefined) throw new Error('Playwright lost the worker');
    return found.evaluate(`(async () => (${expression}))()`);
  }

  return {
    context,
    extensionId,
    newPage: () => context.newPage(),
    worker,

    stopWorker: () => bringWorkerTo('stopped'),

    async reload() {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      // Otherwise Chromium switches off what it loads anew from a folder.
      await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
      await page.evaluate(
        `chrome.developerPrivate.reload(${JSON.stringify(extensionId)}, { failQuietly: true }).then(() => null)`,
      );
      await page.close();
    },

    badge: async (tabUrlPart) => toBadge(await worker(badgeExpression(tabUrlPart)), tabUrlPart),

    async tabId(page) {
      const byAddress = await worker(tabsExpression(page.url()));
      if (Array.isArray(byAddress) && byAddress.length === 1) return Number(byAddress[0]);
      await page.bringToFront();
      const inFront = await worker(tabsInFrontExpression(page.url()));
      if (Array.isArray(inFront) && inFront.length === 1) return Number(inFront[0]);
      throw new Error(`cannot tell which tab ${page.url()} is`);
    },

    async openPopup(tabId) {
      const page = await context.newPage();
      await page.goto(`${origin}popup/index.html?tab=${tabId}`);
      return page;
    },

    async closedShadowText(page) {
      const documents = await documentsOf(page);
      return documents.flatMap(({ root }) => noticeRoots(root).map(textOf));
    },

    async clickInNotice(page, buttonText) {
      await page.bringToFront();
      await press(`“${buttonText}” in a notice`, () => whereIsButton(page, buttonText), page.mouse);
    },

    async typeInNotice(page, text) {
      await page.bringToFront();
      await until('the focus in a field of a notice', () => isFieldFocused(page));
      await page.keyboard.type(text);
    },

    async tabAddresses() {
      // Playwright says chrome-error: of what could not be reached.
      const { targetInfos } = await inSession(context, await anyPage(), (session) =>
        session.send('Target.getTargets'),
      );
      return targetInfos.filter(({ type }) => type === 'page').map(({ url }) => url);
    },

    async close() {
      await context.close();
      removeProfile();
    },
  };
}

/** Written for both browsers: Firefox knows `chrome` too. */
export const tabsExpression = (url: string): string =>
  `(await chrome.tabs.query({})).filter((tab) => tab.url === ${JSON.stringify(url)}).map((tab) => tab.id)`;

export const tabsInFrontExpression = (url: string): string =>
  `(await chrome.tabs.query({ active: true })).filter((tab) => (tab.url ?? ${JSON.stringify(url)}) === ${JSON.stringify(url)}).map((tab) => tab.id)`;

export const badgeExpression = (tabUrlPart: string): string => `(async () => {
  const tabs = await chrome.tabs.query({});
  const tabId = tabs.find((tab) => tab.url?.includes(${JSON.stringify(tabUrlPart)}))?.id;
  if (tabId === undefined) return null;
  const text = await chrome.action.getBadgeText({ tabId });
  const colour = await chrome.action.getBadgeBackgroundColor({ tabId });
  return [tabId, text, '#' + [...colour].slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('')];
})()`;

export function toBadge(answer: unknown, tabUrlPart: string): Badge {
  if (!Array.isArray(answer))
    throw new Error(`no tab's address holds “${tabUrlPart}”, as far as the extension sees`);
  return { tabId: Number(answer[0]), text: String(answer[1]), colour: String(answer[2]) };
}

async function inSession<T>(
  context: BrowserContext,
  target: Page | Frame,
  work: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await context.newCDPSession(target);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}

/** What this reads of the protocol's DOM.Node. */
interface DomNode {
  backendNodeId: number;
  nodeType: number;
  nodeValue: string;
  localName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
  contentDocument?: DomNode;
}

/** The page's own document, which holds those of the frames in the same process, and one for every other process. */
async function documentsOf(page: Page): Promise<{ target: Page | Frame; root: DomNode }[]> {
  const documents: { target: Page | Frame; root: DomNode }[] = [];
  for (const target of [page, ...page.frames().filter((frame) => frame !== page.mainFrame())]) {
    const root = await inSession(page.context(), target, readDocument).catch((error: unknown) => {
      // Playwright's words for a frame that lives in its parent's process, or went away.
      if (target !== page && /separate CDP session|detached|closed/.test(String(error))) return null;
      throw error;
    });
    if (root !== null) documents.push({ target, root });
  }
  return documents;
}

const readDocument = async (session: CDPSession): Promise<DomNode> =>
  (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root;

/** Without what stands in frames. */
const below = (node: DomNode): DomNode[] => [...(node.shadowRoots ?? []), ...(node.children ?? [])];

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const inner of below(node)) yield* walk(inner);
}

/** A document and those of its frames, as far as they are in the same process. */
const withFrames = (document: DomNode): DomNode[] => [
  document,
  ...[...walk(document)].flatMap(({ contentDocument }) =>
    contentDocument === undefined ? [] : withFrames(contentDocument),
  ),
];

const noticeRoots = (document: DomNode): DomNode[] =>
  withFrames(document)
    .flatMap((one) => [...walk(one)])
    .filter((node) => node.localName.startsWith('in-camera'))
    .flatMap((host) => host.shadowRoots ?? [])
    .filter((root) => root.shadowRootType === 'closed');

const TEXT_NODE = 3;
const INLINE = new Set(['a', 'abbr', 'b', 'bdi', 'code', 'em', 'i', 'small', 'span', 'strong', 'time']);

function textOf(root: DomNode): string {
  const read = (node: DomNode): string => {
    if (node.nodeType === TEXT_NODE) return node.nodeValue;
    if (node.localName === 'style' || node.localName === 'script') return '';
    const inner = below(node).map(read).join('');
    return INLINE.has(node.localName) ? inner : ` ${inner} `;
  };
  return read(root).replaceAll(/\s+/g, ' ').trim();
}

function labelOf({ attributes = [] }: DomNode): string | undefined {
  const at = attributes.indexOf('aria-label');
  return at === -1 ? undefined : attributes[at + 1];
}

const PRESSED = new Set(['button', 'a', 'summary', 'label']);

/** The middle of the button in the page's viewport; undefined when there is none, or when it is not laid out. */
async function whereIsButton(page: Page, buttonText: string): Promise<Point | undefined> {
  for (const { target, root } of await documentsOf(page)) {
    const button = noticeRoots(root)
      .flatMap((notice) => [...walk(notice)])
      .find((node) => PRESSED.has(node.localName) && [textOf(node), labelOf(node)].includes(buttonText));
    if (button === undefined) continue;
    const corner = await cornerOf(page, target);
    const quad = await inSession(page.context(), target, async (session) => {
      for (const { backendNodeId } of [...framesAround(button, root), button])
        await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
      return (await session.send('DOM.getContentQuads', { backendNodeId: button.backendNodeId })).quads[0];
    });
    if (quad === undefined) return undefined;
    const [left = 0, top = 0, , , right = 0, bottom = 0] = quad;
    return { x: corner.x + (left + right) / 2, y: corner.y + (top + bottom) / 2 };
  }
  return undefined;
}

const isField = (node: DomNode): boolean => node.localName === 'textarea' || node.localName === 'input';

async function isFieldFocused(page: Page): Promise<boolean> {
  for (const { target, root } of await documentsOf(page)) {
    const fields = noticeRoots(root).flatMap((notice) => [...walk(notice)].filter(isField));
    for (const { backendNodeId } of fields) {
      const focused = await inSession(page.context(), target, async (session) => {
        const { object } = await session.send('DOM.resolveNode', { backendNodeId });
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId: object.objectId ?? '',
          functionDeclaration:
            'function () { return this.getRootNode().activeElement === this && this.ownerDocument.hasFocus(); }',
        });
        return result.value === true;
      });
      if (focused) return true;
    }
  }
  return false;
}

/** Outermost first. Chromium does not scroll these by itself when what it looks for has a fixed position in its frame. */
function framesAround(node: DomNode, document: DomNode): DomNode[] {
  for (const frame of walk(document)) {
    const inside = frame.contentDocument;
    if (inside !== undefined && withFrames(inside).some((one) => [...walk(one)].includes(node)))
      return [frame, ...framesAround(node, inside)];
  }
  return [];
}

/** Quads of frames in the page's process count from the page's corner already; those of other processes do not. */
async function cornerOf(page: Page, target: Page | Frame): Promise<Point> {
  if (target === page || !('frameElement' in target)) return { x: 0, y: 0 };
  const element = await target.frameElement();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const inset = await element.evaluate((node) => {
    if (!(node instanceof HTMLElement)) return { x: 0, y: 0 };
    const style = getComputedStyle(node);
    return {
      x: node.clientLeft + Number.parseFloat(style.paddingLeft),
      y: node.clientTop + Number.parseFloat(style.paddingTop),
    };
  });
  return { x: (box?.x ?? 0) + inset.x, y: (box?.y ?? 0) + inset.y };
}
