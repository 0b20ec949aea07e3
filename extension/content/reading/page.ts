import { type Invitation, isWriting } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import { addressOf, type Places } from '../places.ts';
import type { Webmail } from '../readers/webmail.ts';
import { inSlices } from '../slices.ts';
import { holds, isField, isShown, type Root } from '../tree.ts';
import { type Place, surfaceAround } from './generic.ts';
import { isInRows, isSnippet, openerAround, opensSomethingElse } from './lists.ts';
import { invitationOf, type OpenSurface, UNTOLD } from './open-surface.ts';
import { openIn } from './refined.ts';
import { isSameText } from './same.ts';

/** Everything that is open on a page, as plain data. */

const MAX_SURFACES = 20;
/** So many are looked through for those that lie inside others. */
const MAX_NESTED = 200;
/** Of more places than this, those that follow are read where the first ones stand. */
const MAX_PLACES = 1000;
/** A draft of a word or two stands in many mails. */
const SHORT = 8;

export interface ReadSurface {
  open: OpenSurface;
  invitation: Invitation;
}

export interface ReadPage {
  missed: readonly string[];
  surfaces: readonly ReadSurface[];
}

/** `leads`: whether that link leads to a meeting, or pretends to. */
export async function readPage(
  roots: readonly Root[],
  webmail: Webmail | null,
  places: Places,
  leads: (link: string) => boolean,
): Promise<ReadPage> {
  const all = await inSlices(placesThat(places, leads));
  const cut = places.full || all.length >= MAX_PLACES;
  const known = all.slice(0, MAX_NESTED);
  const concerns = (element: Element): boolean => known.some((place) => holds(element, place.element));
  const refined =
    webmail === null ? { surfaces: [], missed: [], cut: false } : openIn(roots, webmail, concerns);
  const surfaces = [...refined.surfaces];
  const missed = new Set(refined.missed);
  const isKnown = refined.surfaces.length > 0 && refined.missed.length === 0;
  const generic = await inSlices(genericIn(all, roots, refined.surfaces, isKnown));
  surfaces.push(...generic.surfaces);
  const files = webmail === null ? filesOutside(places, surfaces) : [];
  surfaces.push(...files);
  const isCutShort = cut || refined.cut || generic.cut;
  // Nothing is known to be open, and not all was looked at.
  if (isCutShort && surfaces.length === 0) surfaces.push(unknownPart(roots));
  const kept = surfaces.slice(0, MAX_SURFACES);
  const isCut = isCutShort || kept.length < surfaces.length;
  // A link to the next mail stands in what is open, and is none of it.
  const openers = known
    .filter((place) => !place.link && opensSomethingElse(place.element))
    .map(({ element }) => openerAround(element));
  const read: ReadSurface[] = [];
  for (const open of kept) {
    const isLast = open === kept.at(-1);
    const others = new Set([
      ...kept.filter((other) => other !== open).flatMap((other) => ownParts(other, open)),
      ...openers,
    ]);
    const invitation = await inSlices(
      invitationOf(refined.surfaces.includes(open) ? open : withFiles(open, places), isCut && isLast, others),
    );
    // Some pages show one mail or one draft twice.
    if (!read.some((other) => isSameText(other.invitation, invitation))) read.push({ open, invitation });
  }
  const drafts = read
    .filter(({ open }) => isWriting(open.surface))
    .map(textOf)
    .filter((text) => text.length > SHORT);
  const surfacesRead = read.filter(
    (one) => isWriting(one.open.surface) || !drafts.some((draft) => textOf(one).includes(draft)),
  );
  return { missed: [...missed], surfaces: surfacesRead };
}

/** What is another's, where a mail and the reply below it have the same part of the page around them. */
function ownParts(other: OpenSurface, open: OpenSurface): readonly Element[] {
  if (other.element !== open.element) return [other.element];
  return isWriting(other.surface) && !isWriting(open.surface) ? other.bodies : [];
}

/** Says nothing but that something may be there. */
const unknownPart = ([root]: readonly Root[]): OpenSurface => ({
  ...UNTOLD,
  surface: 'mail-read',
  element: root !== undefined && 'documentElement' in root ? root.documentElement : document.documentElement,
  title: null,
  bodies: [],
});

/** What a preview shows again of a draft. */
const textOf = ({ invitation }: ReadSurface): string =>
  invitation.passages.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' ');

function* placesThat(places: Places, leads: (link: string) => boolean): Generator<void, Place[]> {
  const found: Place[] = [];
  for (const [element, links] of places.links) {
    if (found.length >= MAX_PLACES) break;
    if (![...links].some(leads)) continue;
    yield;
    if (isShown(element)) found.push({ element, link: links.has(addressOf(element)) });
  }
  return found;
}

/** Around the places that no webmail's reader has read. Of parts that lie in one another, the outer ones. */
function* genericIn(
  places: readonly Place[],
  roots: readonly Root[],
  refined: readonly OpenSurface[],
  /** A reader found what is open: elsewhere only what can be clicked counts, or be typed into. */
  isKnown: boolean,
): Generator<void, { surfaces: OpenSurface[]; cut: boolean }> {
  const surfaces = new Set<OpenSurface>();
  /** A mail and the reply below it may have the same part of the page around them. */
  const [reads, drafts] = [new Map<Element, OpenSurface>(), new Map<Element, OpenSurface>()];
  const snippets = new Set<OpenSurface>();
  /** They have something to click. */
  const linked = new Set<OpenSurface>();
  const seen = new Set<Element>();
  for (const place of places) {
    yield;
    // Links that stand side by side belong to one surface.
    const around = dom.parentElement(place.element) ?? place.element;
    if (seen.has(around) || refined.some(({ element }) => holds(element, place.element))) continue;
    const found = surfaceAround(place, places, roots);
    if (found === null || holds(found.element, around)) seen.add(around);
    if (found === null || (isKnown && !place.link && !isWriting(found.surface))) continue;
    const known = isWriting(found.surface) ? drafts : reads;
    const open = known.get(found.element) ?? found;
    known.set(found.element, open);
    if (!isSnippet(place)) snippets.delete(open);
    if (place.link) linked.add(open);
    if (surfaces.has(open)) continue;
    if (isSnippet(place)) snippets.add(open);
    // A link beside what its reader knows, in a list for one: around it stands all the rest of the webmail.
    if (!refined.some(({ element }) => holds(open.element, element))) surfaces.add(open);
  }
  /** Only the whole page is around it, and it is written there as in a list. */
  const isAnywhere = (one: OpenSurface): boolean =>
    dom.localName(one.element) === 'body' && !isWriting(one.surface) && !linked.has(one);
  // What floats over the page and has a title is open before that.
  const isPopUp = (one: OpenSurface): boolean =>
    one.surface === 'event-read' && one.title !== null && snippets.has(one);
  if ([...surfaces].some(isPopUp)) for (const one of surfaces) if (isAnywhere(one)) surfaces.delete(one);
  // What looks like a line of a list is one where something else is open.
  if (refined.length > 0 || surfaces.size > snippets.size)
    for (const snippet of snippets) surfaces.delete(snippet);
  // What has a title is what is open, also where that is the whole page of another frame.
  const titled = [...surfaces].filter(({ title }) => title !== null);
  for (const one of surfaces) {
    const page = dom.ownerDocument(one.element);
    const isOpen = (other: OpenSurface): boolean =>
      dom.localName(other.element) !== 'body' ||
      (dom.ownerDocument(other.element) !== page && linked.has(other));
    if (isAnywhere(one) && titled.some(isOpen)) surfaces.delete(one);
  }
  // Nothing is open, and rows to choose from are all there is.
  for (const one of surfaces)
    if (dom.localName(one.element) === 'body' && one.title === null && places.every(isInRows))
      surfaces.delete(one);
  const all = [...surfaces].slice(0, MAX_NESTED);
  const inside = (one: OpenSurface): boolean =>
    all.some((other) => other !== one && sameKind(one, other) && holds(other.element, one.element));
  return {
    surfaces: all.filter((one) => !inside(one)).map((one) => asAnswer(one, all)),
    cut: surfaces.size > all.length,
  };
}

/** A reply below the mail, without a subject of its own, goes out under that mail's. */
function asAnswer(one: OpenSurface, all: readonly OpenSurface[]): OpenSurface {
  if (one.surface !== 'mail-write' || (one.title !== null && !isEmptyField(one.title))) return one;
  const mail = all.find((other) => other.surface === 'mail-read' && holds(other.element, one.element));
  return mail === undefined ? one : { ...one, title: mail.title, titleText: mail.titleText };
}

const isEmptyField = (title: Element): boolean => isField(title) && title.value.trim() === '';

/** A reply below a mail is another surface than the mail. */
const sameKind = (one: OpenSurface, other: OpenSurface): boolean =>
  isWriting(one.surface) === isWriting(other.surface);

/** A calendar file that a webmail nobody described names, and does not show. */
function withFiles(open: OpenSurface, { files }: Places): OpenSurface {
  if (open.unread.includes('calendar-attachment') || isField(open.element)) return open;
  const names = [...files].some((file) => isShown(file) && holds(open.element, file));
  return names ? { ...open, unread: [...open.unread, 'calendar-attachment'] } : open;
}

function filesOutside({ files }: Places, surfaces: readonly OpenSurface[]): OpenSurface[] {
  const found = new Map<Element, OpenSurface>();
  for (const element of [...files].slice(0, MAX_NESTED)) {
    if (!isShown(element) || surfaces.some((one) => holds(one.element, element))) continue;
    const surface = surfaceAround({ element, link: false }, [], []);
    // Only a part with a name of its own is a mail; a page may name files for many reasons.
    if (surface !== null && surface.title !== null && dom.localName(surface.element) !== 'body')
      found.set(surface.element, surface);
  }
  return [...found.values()].slice(0, 1);
}
