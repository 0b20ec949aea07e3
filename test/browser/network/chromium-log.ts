/** Chromium's own log of its network stack, as chrome://net-export writes it: https://www.chromium.org/for-testers/providing-network-details/ */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BrowserLog } from './browser-log.ts';

export const netLogSwitches = (file: string): string[] => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Everything',
];

const params = z.looseObject({
  url: z.string().optional(),
  initiator: z.string().optional(),
  host: z.string().optional(),
  address: z.string().optional(),
});
const netLog = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: params.optional() })),
});

/** The browser must have ended: it writes the end of the file then. Throws when the file is no such log, or has none of the events. */
export function readNetLog(file: string): BrowserLog {
  const { constants, events } = netLog.parse(JSON.parse(readFileSync(file, 'utf8')));
  const of = (name: string) => {
    const type = constants.logEventTypes[name];
    // Names of events are Chromium's own affair: one that is gone would make a log without any request.
    if (type === undefined) throw new Error(`This Chromium logs no ${name}.`);
    return events.flatMap((event) =>
      event.type === type && event.params !== undefined ? [event.params] : [],
    );
  };
  const requests = of('URL_REQUEST_START_JOB').flatMap(({ url, initiator }) =>
    url === undefined ? [] : [{ url, initiator: initiator ?? '' }],
  );
  const texts = (all: readonly (string | undefined)[]): string[] => all.filter((one) => one !== undefined);
  return {
    requests,
    names: texts(of('HOST_RESOLVER_MANAGER_REQUEST').map(({ host }) => host)),
    connected: texts(of('TCP_CONNECT_ATTEMPT').map(({ address }) => address)),
  };
}
