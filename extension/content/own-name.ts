/** What our elements' names begin with; the rest no page can know beforehand and define as an element of its own. */
export const OWN_NAME = 'in-camera-';
