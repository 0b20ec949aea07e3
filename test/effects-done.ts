import { afterAll } from 'vitest';

/**
 * Preact runs the effects of a last drawing up to 100 ms later (hooks, `afterNextFrame`), and asks for `cancelAnimationFrame` then: the window
 * of a test file must still be there.
 */
const EFFECTS_MS = 150;

afterAll(async () => {
  if ('document' in globalThis) await new Promise((done) => setTimeout(done, EFFECTS_MS));
});
