/** How much is read of one link, and how many links: for readers that need nothing else of this folder. */

/** Longer links are cut here: no platform writes one, and a gateway's longest stays below (facts section 10, Safety). */
export const MAX_LINK = 16 * 1024;
/** More links of one invitation are not looked at. */
export const MAX_LINKS = 20_000;
