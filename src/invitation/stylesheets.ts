/** What a page's own stylesheets may do to what its inline styles hide. */

/** Whether the page's own stylesheets could show what an inline style or `hidden` hides. We do not apply them: we doubt instead. */
export interface Stylesheets {
  mayDisplay: boolean;
  mayForceDisplay: boolean;
  mayForceVisibility: boolean;
  mayForceFont: boolean;
}

/** Looks at every <style>, wherever it stands, in one pass. */
export function readStylesheets(source: string): Stylesheets {
  const sheets: Stylesheets = {
    mayDisplay: false,
    mayForceDisplay: false,
    mayForceVisibility: false,
    mayForceFont: false,
  };
  const lower = source.toLowerCase();
  let at = lower.indexOf('<style');
  while (at !== -1) {
    const end = lower.indexOf('</style', at);
    const css = lower.slice(at, end === -1 ? lower.length : end);
    const forces = css.includes('important');
    sheets.mayDisplay ||= css.includes('display');
    sheets.mayForceDisplay ||= forces && css.includes('display');
    sheets.mayForceVisibility ||= forces && css.includes('visibility');
    sheets.mayForceFont ||= forces && css.includes('font');
    at = end === -1 ? -1 : lower.indexOf('<style', end);
  }
  return sheets;
}
