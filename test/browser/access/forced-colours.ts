import type { Stage } from './stage.ts';

/**
 * What a person cannot make out where the browser replaces our colours by theirs (CSS Color Adjustment, "Forced Color Palettes"). Text is
 * legible by itself there; what only a background or a shadow shows is gone.
 */
export async function lostInForcedColours(stage: Stage): Promise<string[]> {
  if (!stage.themes.includes('forced colours')) return [];
  await stage.wear('forced colours');
  const found = await stage.page.evaluate(MEASURE);
  await stage.wear(stage.themes[0]);
  if (!Array.isArray(found)) throw new Error('The page could not be measured.');
  return found.map((one) => `forced colours ${one}`);
}

const MEASURE = `(() => {
  const found = [];
  const name = (element) => element.localName + ' ' + (element.ariaLabel ?? element.textContent).trim().slice(0, 40);
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) look(element.shadowRoot);
      if (!element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      // A drawing may: it says what its own rules for forced colours make of it.
      if (style.forcedColorAdjust === 'none' && element instanceof HTMLElement) found.push('keeps its own colours: ' + name(element));
      const hasEdge = style.borderBlockEndStyle !== 'none' && parseFloat(style.borderBlockEndWidth) >= 1;
      const isLine = style.textDecorationLine.includes('underline');
      if (element.matches('button, input:not([type=checkbox], [type=radio]), select, textarea, .button') && !hasEdge && !isLine)
        found.push('has no edge: ' + name(element));
    }
  };
  look(document);
  return found;
})()`;
