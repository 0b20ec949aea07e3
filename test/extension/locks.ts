/** navigator.locks, as far as the log uses it: one after the other. Node 20 has none, and jsdom neither. */
export function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request<Result>(_name: string, work: () => Promise<Result>): Promise<Result> {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
