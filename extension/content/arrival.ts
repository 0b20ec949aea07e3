/** Of a script that the worker brings into the page when there is need of it. */
export class Arrival {
  #come = (): void => undefined;
  readonly #came = new Promise<void>((resolve) => {
    this.#come = resolve;
  });

  /** What waits for it goes on. */
  come(): void {
    this.#come();
  }

  /** Waits for it, and no longer than this; answers how many milliseconds it waited. */
  async within(milliseconds: number): Promise<number> {
    const began = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([this.#came, patience]);
    clearTimeout(timer);
    return performance.now() - began;
  }
}
