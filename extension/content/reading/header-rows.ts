import { CARRIERS, MAX_LABEL } from '../../../src/invitation/label-headers.ts';
import type { Label } from '../../../src/model.ts';
import * as dom from '../dom.ts';

const MAX_ROWS = 100;

/**
 * Rows of Roundcube's plugin show_additional_headers: the title cell holds the header's name (facts/markings.md section 4). The
 * elastic skin calls the table header-headers and hides it behind "Details"; older ones call it headers-table. `outside`: of every mail's
 * text, which may hold such a table, too.
 */
export function headerRows(page: Document, outside: (element: Element) => boolean): Label[] {
  return [...page.querySelectorAll('table:is(.headers-table, .header-headers) td.header-title')]
    .slice(0, MAX_ROWS)
    .filter(outside)
    .flatMap((name): Label[] => {
      const carrier = CARRIERS.get(dom.textContent(name).trim().toLowerCase());
      const value = dom.nextElementSibling(name);
      const text = value === null ? '' : dom.textContent(value).trim().slice(0, MAX_LABEL);
      return carrier === undefined ? [] : [{ carrier, text }];
    });
}
