import { until } from './until.ts';

/** Where something is in a page, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Clicks with the mouse on what `whereIs` finds, once two equal readings say that it stands still: what moves would be missed. */
export async function press(
  what: string,
  whereIs: () => Promise<Point | undefined>,
  mouse: { click(x: number, y: number): Promise<void> },
): Promise<void> {
  let place: Point | undefined;
  await until(what, async () => {
    const before = place;
    place = await whereIs();
    return place !== undefined && place.x === before?.x && place.y === before.y;
  });
  if (place !== undefined) await mouse.click(place.x, place.y);
}
