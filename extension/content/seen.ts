/**
 * Whether a person really saw what they press: a page may lay something over it that lets clicks through, or make it invisible
 * (facts/deployment.md section 8, clickjacking).
 */

/** As KeePassXC: below this nobody reads it (same section). */
const LEAST_OPACITY = 0.7;
/** A style's filter can make it faint as well; in Firefox that of the root reaches the top layer, too (measured, 153 ESR). */
const FAINT = /\bopacity\(([\d.]{1,20})\)/g;

/** `host`: our element in the page. `part`: what is pressed, within our own tree. */
export function isSeen(host: Element, part: Element, event: Event): boolean {
  if (!event.isTrusted || !host.isConnected) return false;
  let opacity = 1;
  for (let around: Element | null = host; around !== null; around = around.parentElement) {
    const style = getComputedStyle(around);
    if (style.visibility !== 'visible' || style.display === 'none') return false;
    opacity *= Number(style.opacity);
    for (const [, part] of style.filter.matchAll(FAINT)) opacity *= Number(part);
  }
  if (opacity < LEAST_OPACITY) return false;
  // The middle of what is pressed, also by the keyboard.
  const { left, top, width, height } = part.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  return host.ownerDocument.elementFromPoint(left + width / 2, top + height / 2) === host;
}

/** Chromium tells whether anything lies over an element, whatever lets clicks through; Firefox does not, and there it stays "yes". */
export function watchSeen(element: Element): { isVisible(): boolean; stop(): void } {
  let visible: boolean | null = null;
  const options = { threshold: [1], trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last !== undefined && 'isVisible' in last && last.isIntersecting) visible = last.isVisible === true;
  }, options);
  observer.observe(element);
  return {
    isVisible: () => visible !== false || !('isVisible' in IntersectionObserverEntry.prototype),
    stop: () => observer.disconnect(),
  };
}
