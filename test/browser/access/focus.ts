/** Where the keyboard is, and whether a person sees it there. Open shadow roots are looked into. */
import type { HandledPage } from '../own-pages.ts';

const DEEP = `(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
})()`;

/** Of the element that has the focus: its text or label, or its kind. */
export async function focused(page: HandledPage): Promise<string> {
  return String(
    await page.evaluate(`(() => { const active = ${DEEP};
      return active === null || active === document.body ? 'nothing'
        : (active.ariaLabel || (active.localName === 'textarea' ? '' : active.textContent) || active.localName).replace(/\\s+/g, ' ').trim().slice(0, 80); })()`),
  );
}

/** Empty if the focus is plain to see (WCAG 2.2, 2.4.7, 2.4.11 and 2.4.13); otherwise what is wrong. */
export async function focusFault(page: HandledPage): Promise<string> {
  return String(
    await page.evaluate(`(() => {
      const active = ${DEEP};
      if (active === null || active === document.body || active === document.documentElement) return '';
      // Its root is closed: what has the focus in there is looked at in the gallery.
      if (active.localName.startsWith('in-camera-')) return '';
      const style = getComputedStyle(active);
      const name = (active.ariaLabel || active.textContent || active.localName).trim().slice(0, 60);
      // auto: the browser's own, whatever width it tells.
      if (style.outlineStyle !== 'auto' && (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2)) return 'no outline: ' + name;
      const box = active.getClientRects()[0];
      if (box === undefined) return 'nowhere: ' + name;
      const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
      const top = Math.max(0, box.top), bottom = Math.min(innerHeight, box.bottom);
      if (right - left < 1 || bottom - top < 1) return 'out of sight: ' + name;
      const hit = active.getRootNode().elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && (active.contains(hit) || hit.contains(active)) ? '' : 'covered: ' + name;
    })()`),
  );
}

const MOST_TABS = 60;

/** Goes on with Tab until this has the focus; each step on the way must be plain to see. Gives the steps. */
export async function tabTo(page: HandledPage, name: RegExp): Promise<string[]> {
  const steps: string[] = [];
  for (let count = 0; count < MOST_TABS; count++) {
    await page.keyboard.press('Tab');
    const fault = await focusFault(page);
    if (fault !== '') throw new Error(fault);
    const step = await focused(page);
    steps.push(step);
    if (name.test(step)) return steps;
  }
  throw new Error(`${name} was not reached: ${steps.join(' → ')}`);
}
