/** What a person opened, dropped or pasted → files to check. A text becomes a file, so that all is read in one way. */
import { endingOf } from '../../src/invitation/file-kind.ts';
import { filesBelow } from './folders.ts';

export interface Taken {
  /** With its folder, where one was dropped. */
  name: string;
  /** Null when the browser does not hand it out. */
  file: Blob | null;
}

export interface Haul {
  /** At most MOST_FILES. */
  files: readonly Taken[];
  /** How many files there were beyond that. */
  leftOut: number;
}

/** Some minutes of work at most. More is for `npm run check`, which writes as it goes. */
export const MOST_FILES = 2_000;

export const fromFiles = (files: Iterable<File>): Haul =>
  haulOf(Array.from(files, (file) => ({ name: file.name, file })));

const haulOf = (all: readonly Taken[]): Haul => ({
  files: all.slice(0, MOST_FILES),
  leftOut: Math.max(0, all.length - MOST_FILES),
});

export function fromText(text: string): Haul {
  return haulOf(text.trim() === '' ? [] : [textFile(text, endingOf(text) ?? '.txt')]);
}

/** The name is for its ending alone: nobody sees it. */
const textFile = (text: string, ending: string): Taken => ({
  name: `text${ending}`,
  file: new Blob([text]),
});

/** The formatted form keeps links behind words. Calendar text and a mail's source stay what they are, also when an editor coloured them. */
export function fromFormatted(text: string, html: string): Haul {
  if (html.trim() === '' || endingOf(text) !== null) return fromText(text);
  return haulOf([textFile(html, '.html')]);
}

/** What was dropped or pasted. Never rejects: what cannot be read is among the files, and fails when it is checked. */
export async function fromTransfer(transfer: DataTransfer): Promise<Haul> {
  // At once: the browser empties it as soon as the event is over.
  const found = Array.from(transfer.items)
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const text = transfer.getData('text/plain');
  const html = transfer.getData('text/html');
  // Word processors give a picture of the text beside the text.
  const onlyPictures = found.every(({ file }) => file?.type.startsWith('image/') === true);
  if (onlyPictures && text.trim() + html.trim() !== '') return fromFormatted(text, html);
  const all: Taken[] = [];
  let leftOut = 0;
  for (const { entry, file } of found) {
    if (entry?.isDirectory === true) {
      const below = await filesBelow(entry, MOST_FILES - all.length);
      all.push(...below.files);
      leftOut += below.leftOut;
    } else if (file !== null) all.push({ name: file.name, file });
  }
  const { files, leftOut: more } = haulOf(all);
  return { files, leftOut: leftOut + more };
}
