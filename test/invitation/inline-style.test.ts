import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineStyle } from '../../src/invitation/inline-style.ts';

const display = (css: string): string | undefined => inlineStyle(css).display?.value;

describe('inlineStyle', () => {
  it.each([
    ['display:none', 'none'],
    [' DISPLAY : None ;', 'none'],
    ['color:red;display:none!important', 'none'],
    ['display:none;display:block', 'block'],
    ['display:none !important;display:block', 'none'],
    ['/* a;b */dis/**/play:none', 'none'],
    ['background:url(data:image/png;base64,AAAA);display:none', 'none'],
  ])('%s is display: %s', (css, value) => {
    expect(display(css)).toBe(value);
  });

  it.each([
    ['in a string', 'font-family:"x;display:none;"'],
    ['in brackets', 'x:(;display:none;)'],
    ['in brackets that the wrong one does not close', 'x:(];display:none'],
    ['in a comment', '/* ;display:none; */'],
    ['where a broken string ends', 'x:"\n";display:none;"'],
    ['beside an escape, which may undo it', 'display:none;d\\69splay:block'],
    ['beside "all"', 'display:none;all:initial'],
    ['as a part of another name', 'x-display:none'],
  ])('is not hidden by "display:none" %s', (_, css) => {
    expect(display(css)).not.toBe('none');
  });

  it('never throws', () => {
    const css = fc.array(
      fc.constantFrom('display', ':', ';', 'none', '"', "'", '(', ')', '{', '/*', '*/', '!', ' '),
    );
    fc.assert(fc.property(css, (parts) => typeof inlineStyle(parts.join('')) === 'object'));
  });
});
