/**
 * Changes of something that is stored as a whole, one after the other, also those of the worker and of an open page: each reads what the one
 * before wrote. `name`: what is changed. Rejects as the change does.
 */
export const inOrder = <Result>(name: string, change: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(`in-camera-${name}`, change);
