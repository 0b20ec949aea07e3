/**
 * Letters of other scripts that look like ours, for the letters that platforms' names are made of (Unicode Technical Standard 39,
 * confusables.txt: the single letters that a reader takes for Latin ones). Accented Latin letters lose their accents besides.
 */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ⍺ạ',
  b: 'ЬвƄʙḅ',
  c: 'сϲᴄⅽ',
  d: 'ԁɗⅾḍ',
  e: 'еєҽẹε℮',
  f: 'ƒẝ',
  g: 'ɡցġğ',
  h: 'һհ',
  i: 'іıιɩɪι',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏⅼǀłļ',
  m: 'мⅿṃ',
  n: 'пոṇ',
  o: 'оοօσ๐ọøӧ',
  p: 'рρṗ',
  q: 'ԛգ',
  r: 'гᴦṛ',
  s: 'ѕꜱṣ',
  t: 'тτțţ',
  u: 'υսᴜựц',
  v: 'νѵⅴṿ',
  w: 'ԝѡωաᴡẉ',
  x: 'хχⅹ',
  y: 'уүγỵ',
  z: 'ᴢẓʐż',
};
const LATIN = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([latin, others]) =>
    [...others].map((other) => [other, latin] as const),
  ),
);

/** As a hasty reader sees it: Latin letters wherever something looks like one, and no accents. */
export function asLatin(text: string): string {
  let latin = '';
  for (const character of text.normalize('NFKD').toLowerCase()) {
    const code = character.charCodeAt(0);
    if (code < 0x80) latin += character;
    // The combining accents of Latin, Greek and Cyrillic.
    else if (code < 0x300 || code > 0x36f) latin += LATIN.get(character) ?? character;
  }
  return latin;
}

const LETTERS_OF_DIGITS: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'l',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  rn: 'm',
  vv: 'w',
};

/** Digits and pairs of letters that stand for another letter: "zo0m", "rnicrosoft", "vvebex". */
export function withoutDigits(host: string): string {
  return host.replace(/[013457]|rn|vv/g, (written) => LETTERS_OF_DIGITS[written] ?? written);
}

/** Whether one letter more, less, other, or two changed places make one word of the other (Damerau and Levenshtein's distance 1). */
export function isOneTypoAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  )
    end++;
  const left = one.length - start - end;
  const right = other.length - start - end;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && one[start] === other[start + 1] && one[start + 1] === other[start];
}
