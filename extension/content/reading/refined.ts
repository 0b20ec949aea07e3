import type { CalendarEvent, Timing, Unread } from '../../../src/model.ts';
import * as dom from '../dom.ts';
import type { Hooks, SurfaceHooks, Webmail } from '../readers/webmail.ts';
import { closest, holds, isField, isFrame, isShown, parentOf, type Root } from '../tree.ts';
import { headerRows } from './header-rows.ts';
import { chipsBeside } from './labels.ts';
import type { Opened, OpenSurface } from './open-surface.ts';
import { peopleIn } from './people.ts';
import { MAX_MATCHES, shown } from './shown.ts';
import { timingOfEvent, timingOfMail } from './times.ts';

/** Finds what is open in a webmail that somebody described, by its hooks. */

const MAX_SCOPES = 20;
const MAX_PEOPLE = 500;

/** `concerns`: whether something in that element may lead to a meeting; what concerns nobody is not read. */
export function openIn(
  roots: readonly Root[],
  webmail: Webmail,
  concerns: (element: Element) => boolean,
): Opened {
  const surfaces: OpenSurface[] = [];
  const missed = new Set<string>();
  let cut = false;
  const isOwn = ownParts(roots, webmail);
  for (const hooks of webmail.surfaces)
    for (const root of roots) {
      for (const scope of outermost(shown(root, hooks.scope, (one) => isOwn(one)))) {
        if (surfaces.some(({ element }) => holds(element, scope)) || !isAbout(scope, root, hooks, concerns))
          continue;
        if (surfaces.length >= MAX_SCOPES) {
          cut = true;
          break;
        }
        const open = surfaceIn(scope, root, hooks, isOwn);
        if (typeof open === 'string') missed.add(`${webmail.id} ${hooks.surface} ${open}`);
        else if (open !== null) surfaces.push(open);
      }
    }
  return { surfaces, missed: [...missed], cut };
}

/** For all that any of these hooks finds. */
const joined = (hooks: Hooks): Hooks => (hooks.length === 0 ? [] : [hooks.join()]);

/** People are read also where all of them are folded away, behind "Details". */
function named(root: ParentNode, hooks: Hooks = [], counts: (element: Element) => boolean): Element[] {
  const all = joined(hooks).flatMap((hook) =>
    [...dom.querySelectorAll(root, hook)].slice(0, MAX_PEOPLE).filter(counts),
  );
  const visible = all.filter(isShown);
  return visible.length > 0 ? visible : all;
}

/** Of elements that lie in one another the outermost: what a mail's text imitates lies inside the webmail's own. */
const outermost = (elements: readonly Element[]): Element[] =>
  elements.filter((one) => !elements.some((other) => other !== one && holds(other, one)));

/**
 * What a mail's text imitates lies in a body that some surface, of whatever kind, has. `of`: the surface whose own hooks for its body may lie in
 * one another, from the closest one to all its rows.
 */
function ownParts(roots: readonly Root[], { surfaces }: Webmail): (part: Element, of?: Element) => boolean {
  const bodies = surfaces.flatMap(({ body }) => body).join();
  const scopes = surfaces.flatMap(({ scope }) => scope).join();
  const all = roots.flatMap((root) => [...dom.querySelectorAll(root, scopes)].slice(0, MAX_MATCHES));
  return (part, of) => {
    const outside = parentOf(part);
    const around = outside === null ? null : closest(outside, bodies);
    return (
      around === null ||
      !all.some((other) => other !== of && !holds(part, other) && holds(other, around) && isShown(other))
    );
  };
}

function isAbout(
  scope: Element,
  root: Root,
  { attachments, clipped, title }: SurfaceHooks,
  concerns: (element: Element) => boolean,
): boolean {
  if (concerns(scope) || shown(scope, clipped).length > 0 || calendarsIn(shown(scope, attachments)))
    return true;
  return [...shown(scope, title), ...shown(root, title)].some(concerns);
}

/** A calendar part stands only there, as a file to download, which we never fetch. */
const CALENDAR_NAME = /\.ics(?![a-z])|\bcalendar\b/i;
const calendarsIn = (rows: readonly Element[]): boolean =>
  rows.some((row) =>
    CALENDAR_NAME.test(
      [
        dom.textContent(row).slice(0, 500),
        ...[...dom.attributes(row)].map(({ value }) => value.slice(0, 200)),
      ].join(' '),
    ),
  );

/** The surface; or which of its hooks is gone; null when there is none. */
function surfaceIn(
  scope: Element,
  root: Root,
  hooks: SurfaceHooks,
  isOwn: (element: Element, of?: Element) => boolean,
): OpenSurface | 'title' | 'body' | null {
  const bodies = outermost(shown(scope, hooks.body, (one) => isOwn(one, scope)));
  // Only imitations of it: then it is not there.
  if (bodies.length === 0) return shown(scope, hooks.body).length > 0 ? null : 'body';
  const outside = (element: Element): boolean =>
    !bodies.some((body) => holds(body, element) && body !== element);
  const title =
    shown(scope, hooks.title, (one) => outside(one) && isOwn(one))[0] ?? titleOutside(root, hooks);
  if (title === undefined) return 'title';
  const few = (which?: Hooks): Element[] => shown(scope, which, outside);
  const every = (which?: Hooks): Element[] => shown(scope, joined(which ?? []), outside);
  const unread: Unread[] = [];
  if (shown(scope, hooks.clipped).length > 0) unread.push('rest-of-text');
  if (calendarsIn(every(hooks.attachments))) unread.push('calendar-attachment');
  const chips = few(hooks.label).map((chip) =>
    (dom.textContent(chip).trim() || (dom.getAttribute(chip, 'aria-label') ?? '')).slice(0, 200),
  );
  return {
    surface: hooks.surface,
    element: scope,
    title,
    titleText: '',
    bodies: bodies.flatMap(readable),
    locations: every(hooks.location).filter((one) => one !== title),
    labels: [
      ...chips.map((text) => ({ carrier: 'chip' as const, text })),
      ...(isField(title) || chips.length > 0 ? [] : chipsBeside(title)),
      ...headerRows(dom.ownerDocument(scope), (one) => outside(one) && isOwn(one)),
    ].slice(0, 50),
    sender: peopleIn(named(scope, hooks.sender, outside), bodies),
    people: peopleIn(named(scope, hooks.people, outside), bodies),
    visibility: visibilityIn(scope, hooks),
    recurring: few(hooks.recurring).some(isOn),
    timing: timingIn(scope, hooks, bodies[0] ?? scope),
    unread,
    hooks,
  };
}

/** Subjects may stand outside of the messages of a conversation, but never in a mail's text. */
function titleOutside(root: Root, { title, body }: SurfaceHooks): Element | undefined {
  const bodies = body.join();
  return shown(root, title, (one) => closest(one, bodies) === null || dom.matches(one, bodies))[0];
}

/** A frame that holds an editor among other things is read by its editor. */
function readable(body: Element): Element[] {
  return isFrame(body) && body.contentDocument?.body != null ? [body.contentDocument.body] : [body];
}

function visibilityIn(scope: Element, hooks: SurfaceHooks): CalendarEvent['visibility'] {
  if (shown(scope, hooks.private).some(isOn)) return 'private';
  return shown(scope, hooks.public).some(isOn) ? 'public' : null;
}

function timingIn(scope: Element, { surface }: SurfaceHooks, body: Element): Timing | null {
  if (surface === 'mail-write') return null;
  return surface === 'mail-read' ? timingOfMail(scope, body) : timingOfEvent(scope);
}

/** Present, and not a switch that is off. */
function isOn(element: Element): boolean {
  if (isField(element) && 'checked' in element && /^(?:checkbox|radio)$/.test(element.type))
    return element.checked;
  return !dom.matches(element, '[aria-checked=false], [aria-pressed=false], [aria-selected=false]');
}
