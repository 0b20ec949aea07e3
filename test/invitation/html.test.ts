import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../src/invitation/bound.ts';
import { readHtml } from '../../src/invitation/html.ts';
import { caseText, textAtAnchors } from './cases.ts';

const text = (html: string): string => readHtml(html).text;
const hrefs = (html: string): string[] => readHtml(html).anchors.map((anchor) => anchor.href);

describe('the text of HTML', () => {
  it.each([
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<div>a<br></div><div>b</div>', 'a\nb'],
    ['  a \n\t b<b> c</b>d ', 'a b cd'],
    ['https://<wbr>zoom.us', 'https://zoom.us'],
    [
      '<table><tr><td>Number</td><td>12 34</td></tr><tr><th>Code</th> <td>5</td></tr></table>',
      'Number\t12 34\nCode\t5',
    ],
    ['<ul><li>a<li>b</ul>c', 'a\nb\nc'],
    ['<pre>a\n  b\r\nc</pre>d', 'a\n  b\nc\nd'],
    ['<div style="white-space: pre-wrap">a\n b</div>', 'a\n b'],
    ['<pre style="white-space:normal">a\n b</pre>', 'a b'],
    ['<span style="display:block">a</span>b', 'a\nb'],
    ['a<div style="display:inline">b</div>', 'ab'],
    ['caf&eacute; &lt;x&gt; &#x41;&amp;amp;', 'café <x> A&amp;'],
    ['a<!-- b -->c<!--[if mso]>d<![endif]--><![if !mso]>e<![endif]>', 'ace'],
    ['<noscript>a</noscript>', 'a'],
    ['<a href=x>a<td>', 'a'],
    ['a</p>b', 'a\nb'],
    ['a</br>b', 'a\nb'],
    ['', ''],
  ])('%j is read as %j', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it.each(['script', 'style', 'template', 'title', 'noembed', 'noframes', 'iframe'])(
    'leaves out <%s>',
    (name) => {
      expect(text(`a<${name}>b</${name}>c`)).toBe('ac');
    },
  );

  it('takes the title from <title>, but not from a drawing', () => {
    expect(
      readHtml('<svg><title>no</title></svg><head><title> a\n b&amp;c</title><title>d</title>').title,
    ).toBe('a b&c');
    expect(readHtml('<p>x').title).toBe('');
  });
});

describe('hidden text', () => {
  it.each([
    '<p hidden>x <a href="https://a.example">y</a></p>',
    '<p style="display:none">x <a href="https://a.example">y</a></p>',
    '<p style="visibility: hidden">x <a href="https://a.example">y</a></p>',
    '<p style="font-size:0px">x <a href="https://a.example">y</a></p>',
    '<p style="display:none"><span style="display:block">x <a href="https://a.example">y</a></span></p>',
    '<a href="https://a.example" style="display:none !important">x</a><style>a { display: block !important }</style>',
    '<form hidden action="https://a.example"><button formaction="https://b.example">x</button></form>',
    '<map style="display:none"><area href="https://a.example"></map>',
    '<p style="font-size:0"><span style="font-size:2em">x <a href="https://a.example">y</a></span></p>',
  ])('%s is left out with its links', (html) => {
    expect(readHtml(html)).toEqual({ title: '', text: '', anchors: [], cut: false });
  });

  it.each([
    ['hidden, but shown by its own style', '<p hidden style="display:block">x</p>'],
    ['hidden, but a stylesheet may show it', '<style>p { display: block }</style><p hidden>x</p>'],
    [
      'display:none, but a stylesheet may force it',
      '<p style="display:none">x</p><style>p{display:block!important}</style>',
    ],
    [
      'invisible around what is visible',
      '<p style="visibility:hidden"><b style="visibility:visible">x</b></p>',
    ],
    [
      'no size around what has one (newsletters)',
      '<table><tr><td style="font-size:0px"><p style="font-size:13px">x</p></td>',
    ],
    ['no size, shorthand', '<table><tr><td style="font-size:0px"><p style="font:13px Arial">x</p></td>'],
    ['hidden before an end tag that may be left out', '<p hidden>no<p>x'],
    ['hidden before a block that ends the paragraph', '<p hidden>no<b>no<div>x</div>'],
    ['a hidden item before a shown one', '<ul><li hidden>no<li>x</ul>'],
    ['a hidden cell before a shown one', '<table><tr><td hidden>no<td>x</table>'],
    ['a hidden row before a shown one', '<table><tr hidden><td>no<tr><td>x</table>'],
    ['loose in a hidden table, so shown before it', '<table hidden><tr><td>no</td><b>x</b></table>'],
    ['hidden parts of a table where there is no table', '<caption hidden><tr hidden>x'],
    [
      'what is hidden stands loose in a table, which ends it',
      '<table><tr><td><div hidden>no<tr><td>x</table>',
    ],
    ['a table hides itself, and another follows directly', '<table hidden><table><tr><td>x</table>'],
    ['a hidden form stands directly in a table', '<table><tr><form hidden><td>x</table>'],
    ['a drawing ends where HTML begins', '<svg><title><p></title><svg><style><p>x'],
    ['hidden in a formula, where that means nothing', '<math><iframe><mi hidden>x'],
    ['wrongly nested', '<div style="visibility:hidden"><i><div style="visibility:visible"></i>x</div></div>'],
    [
      'an end tag stands in a table, which it cannot close',
      '<div style="visibility:hidden"><table><td style="visibility:visible"></div>x',
    ],
    ['the font has a size', '<p style="font-size:0"><font size="2">x</font>'],
    // Hides in Outlook for Windows only, which shows VML instead: buttons of mails have it (Bitrix24's invitations, buttons.cm).
    ['hidden from Outlook alone', '<b style="display:inline-block;mso-hide:all">x</b>'],
  ])('is read when %s', (_, html) => {
    expect(text(html)).toBe('x');
  });

  it('keeps the link of an image, which has no font size', () => {
    expect(
      hrefs(
        '<table><tr><td style="font-size:0"><a href="https://a.example"><img src="x"></a><a href="https://b.example">no</a></td>',
      ),
    ).toEqual(['https://a.example']);
  });
});

describe('anchors', () => {
  it('have their visible text and where it begins', () => {
    const read = readHtml(
      '<p>Join <a href=" https://a.example/?x=1&amp;y=2 "> here <b>now</b>\n</a>, <a href="#b"><br>later<br>on</a>.',
    );
    expect(read.text).toBe('Join here now ,\nlater\non.');
    expect(read.anchors).toEqual([
      { href: 'https://a.example/?x=1&y=2', text: 'here now', at: 5 },
      { href: '#b', text: 'later\non', at: 16 },
    ]);
    expect(textAtAnchors(read)).toEqual(['here now', 'later\non']);
  });

  it('are found in areas, forms and buttons, and in drawings', () => {
    expect(
      hrefs(
        '<area href="https://1.example"><form action="https://2.example"><button formaction="https://3.example">x</button>' +
          '<input type=submit formaction="https://4.example"></form><svg><a xlink:href="https://5.example"><text>x</text></a></svg>',
      ),
    ).toEqual([1, 2, 3, 4, 5].map((n) => `https://${n}.example`));
  });

  it('do not nest: a link ends where the next begins', () => {
    expect(readHtml('<a href="1">a<i>b<a href="2">c').anchors).toEqual([
      { href: '1', text: 'ab', at: 0 },
      { href: '2', text: 'c', at: 2 },
    ]);
  });

  it.each([
    ['<p hidden><a href="1">no<p>a', ['1 a']],
    ['<p><a href="1">a<p>b</a>c', ['1 a', '1 b']],
    ['<ul><li><a href="1">a<li><span>b</span></ul>', ['1 a', '1 b']],
    ['<table><tr><td><a href="1">a<td>b</table>c', ['1 a']],
    ['<p><a href="1">a<p><a href="2">b', ['1 a', '2 b']],
  ])('go on where browsers take them up again: %s', (html, links) => {
    const { anchors } = readHtml(html);
    expect(
      anchors.filter((anchor) => anchor.text !== '').map((anchor) => `${anchor.href} ${anchor.text}`),
    ).toEqual(links);
  });

  it('take the first of two equal attributes, as browsers do', () => {
    expect(hrefs('<a href="1" HREF="2">a</a><a>b</a><a href="">c</a>')).toEqual(['1']);
  });
});

describe('quotes', () => {
  it.each([
    ['new<blockquote>old<br>older</blockquote>new', 'new\n> old\n> older\nnew'],
    ['new<blockquote>old<blockquote>older</blockquote></blockquote>', 'new\n> old\n> older'],
    ['<div>new</div><div class="gmail_quote gmail_quote_container">old<p>older</div>', 'new\n> old\n> older'],
    ['new<span class="v1gmail_quote">old</span>new', 'new\n> old\nnew'],
    [
      '<div>new</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> a</div><div>old</div>',
      'new\n> From: a\n> old',
    ],
    ['<div><div>new</div><div id="x_divRplyFwdMsg">From: a</div>old</div>new', 'new\n> From: a\n> old\nnew'],
  ])('%s is read as %j', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  it('do not shift anchors', () => {
    const read = readHtml('<blockquote>a<br>b <a href="x">c</a></blockquote>');
    expect(textAtAnchors(read)).toEqual(['c']);
  });
});

describe('a real page', () => {
  it('is read as people see it', () => {
    const read = readHtml(caseText('newsletter.html.txt'));
    expect(read.title).toBe('Uitnodiging: Begroting');
    expect(read.text).toBe(
      'Meeting number\n2741\u00a0305 8812\nJoin meeting\nAccess code: 1234\n  Host key:  99\nGo\n> On Monday someone wrote:\n> old link\nAfter the quote',
    );
    expect(read.anchors.map((anchor) => anchor.href)).toEqual([
      'https://example.webex.com/example/j.php?MTID=m01&x=1',
      'https://image.example/',
      'https://form.example/go',
      'https://button.example/go',
      'https://area.example/',
      'https://old.example/j/3',
    ]);
    expect(textAtAnchors(read)).toEqual(read.anchors.map((anchor) => anchor.text));
  });
});

describe('hostile pages', () => {
  it('of 100,000 nested elements are read', () => {
    expect(text(`${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}y`)).toBe('x\ny');
    expect(text(`${'<b>'.repeat(100_000)}x${'</i>'.repeat(100_000)}y`)).toBe('xy');
    expect(text(`${'<blockquote>'.repeat(50_000)}${'x<br>'.repeat(50_000)}`)).toHaveLength(50_000 * 4 - 1);
  });

  it('of 10,000 links are read', () => {
    const anchors = readHtml('<p><a href="https://a.example/?a&amp;b">join</a>'.repeat(10_000)).anchors;
    expect(anchors).toHaveLength(10_000);
    expect(anchors.at(-1)).toEqual({ href: 'https://a.example/?a&b', text: 'join', at: 9_999 * 5 });
  });

  it('with lone surrogates and unclosed tags are read', () => {
    expect(text('a\ud800<b>\udc00')).toBe('a\ud800\udc00');
    expect(text('a<b')).toBe('a');
    expect(text('a<a href="b')).toBe('a');
    expect(text('a<!--b')).toBe('a');
    expect(text('&#xd800;&#99999999;')).toBe('\ufffd\ufffd');
  });

  it('are cut when too long, and say so', () => {
    const read = readHtml('x'.repeat(MAX_TEXT + 1));
    expect(read.text).toHaveLength(MAX_TEXT);
    expect(read.cut).toBe(true);
  });

  const pieces = [
    '<div>',
    '</div>',
    '<p hidden>',
    '<a href="https://a.example">',
    '</a>',
    '<table>',
    '<tr>',
    '<td>',
    '<blockquote>',
    '<pre>',
    '<br>',
    '<svg>',
    '<title>',
    '<style>',
    '</style>',
    '<script>',
    '<!--',
    '-->',
    '<',
    '>',
    '"',
    '&',
    '&amp;',
    '&#0;',
    'x ',
    '\n',
    '\ud800',
    '<li>',
    '<form action=x>',
    '<button formaction=y>',
    '<font style="font-size:0">',
    '</p>',
    '</br>',
    '<img>',
    '<div id=divRplyFwdMsg>',
    '<select>',
  ];

  it('never throw, and every anchor stands where it says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const read = readHtml(parts.join(''));
        expect(read.text.length).toBeLessThanOrEqual(parts.join('').length * 2 + 2);
        for (const anchor of read.anchors) expect(anchor.at).toBeLessThanOrEqual(read.text.length);
        const unquoted = read.anchors.filter(
          (anchor) => !read.text.includes('> ') || !anchor.text.includes('\n'),
        );
        for (const anchor of unquoted) {
          if (anchor.text !== '') expect(read.text.startsWith(anchor.text, anchor.at)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(pieces)('of one megabyte of %j take less than two seconds', (piece) => {
    const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const start = performance.now();
    readHtml(html);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
