/** Measures, in the page, whether every text that is shown has its place: it is not cut off, and no other text lies over it. */
import type { HandledPage } from '../own-pages.ts';

/** "fault: text" of each; open shadow roots are looked into. */
export async function misplaced(page: HandledPage): Promise<string[]> {
  const found = await page.evaluate(MEASURE);
  if (!Array.isArray(found)) throw new Error('The page could not be measured.');
  return found.map(String);
}

const MEASURE = `(() => {
  const found = new Set();
  const texts = [];
  /** As a person meets it: out of a shadow root to its host. */
  const around = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const isInvisible = (element) => element.closest('.unseen') !== null ||
    !element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
  const collect = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) collect(element.shadowRoot);
      if (element.matches('style, script, title, option, textarea')) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '' && !isInvisible(element)) texts.push(node);
    }
  };
  collect(document);

  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth > width + 1) found.add('sideways: the page is ' + document.scrollingElement.scrollWidth + ' wide in ' + width);
  const name = (node) => node.data.trim().replace(/\\s+/g, ' ').slice(0, 60);
  const boxes = [];
  for (const node of texts) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    // A menu that scrolls in itself, or a dialog: what it holds beyond its edge can be reached, and lies over nothing.
    let clip = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    let isFixed = false;
    const hiders = [];
    for (let element = node.parentElement; element !== null && element !== document.documentElement; element = around(element)) {
      const style = getComputedStyle(element);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const box = element.getBoundingClientRect();
      const inside = { left: box.left + element.clientLeft, top: box.top + element.clientTop };
      inside.right = inside.left + element.clientWidth;
      inside.bottom = inside.top + element.clientHeight;
      for (const [axis, start, end] of [['overflowX', 'left', 'right'], ['overflowY', 'top', 'bottom']]) {
        if (element === document.body || style[axis] === 'visible') continue;
        if (style[axis] === 'auto' || style[axis] === 'scroll') {
          clip[start] = Math.max(clip[start], inside[start]);
          clip[end] = Math.min(clip[end], inside[end]);
          const isNamed = element.tabIndex >= 0 && (element.ariaLabel !== null || element.hasAttribute('aria-labelledby'));
          if (axis === 'overflowX' && element.scrollWidth > element.clientWidth + 1 && !isNamed && element.localName !== 'dialog')
            found.add('scrolls sideways and cannot be reached: ' + name(node));
        } else hiders.push([start, end, inside]);
      }
      isFixed ||= style.position === 'fixed';
    }
    for (const whole of range.getClientRects()) {
      if (whole.width < 1 || whole.height < 1) continue;
      for (const [start, end, inside] of hiders)
        if (whole[start] < inside[start] - 1 || whole[end] > inside[end] + 1) found.add('cut off: ' + name(node));
      // The letters, without the room that the font asks above and below them.
      const spare = Math.max(0, (whole.height - size * 0.7) / 2);
      const box = {
        left: Math.max(whole.left, clip.left), right: Math.min(whole.right, clip.right),
        top: Math.max(whole.top + spare, clip.top), bottom: Math.min(whole.bottom - spare, clip.bottom),
      };
      if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
      if (box.left < -1 || box.right > width + 1) found.add('outside: ' + name(node));
      if (isFixed && (box.top < -1 || box.bottom > innerHeight + 1)) found.add('outside of the window: ' + name(node));
      boxes.push([node, box, isFixed]);
    }
  }
  boxes.sort(([, one], [, other]) => one.top - other.top);
  for (const [index, [node, box, isFixed]] of boxes.entries())
    for (let next = index + 1; next < boxes.length && boxes[next][1].top < box.bottom - 1; next++) {
      const [other, its, isFixedToo] = boxes[next];
      // What floats over the page covers it.
      if (isFixed !== isFixedToo || other === node) continue;
      if (its.left < box.right - 1 && its.right > box.left + 1) found.add('overlaps: ' + name(node) + ' | ' + name(other));
    }
  return [...found];
})()`;
