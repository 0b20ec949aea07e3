/** A proxy that all of a browser's traffic goes through: it writes down what was asked for, and answers in the place of the whole internet. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { selfSigned } from './certificate.ts';

export interface RecordingProxy {
  port: number;
  /**
   * Every request in its order, with its address as far as the proxy saw it: "https://host/path?query" of what it could answer,
   * "connect host:port" of every tunnel.
   */
  readonly requests: readonly string[];
  /** Cuts every connection. From now on nothing is answered: every request is refused, and still written down. */
  refuseAll(): void;
  close(): Promise<void>;
}

/** The HTML of an address, without its fragment; undefined: there is no such page. */
export type Pages = (url: string) => string | undefined;

/** The first byte of a TLS record that opens a handshake (RFC 8446, section 5.1). */
const TLS_HANDSHAKE = 0x16;

/**
 * The proxy ends every tunnel itself, so that it sees whole addresses, and so that a request which only follows upon an answer is made at
 * all. The browser must take any certificate.
 */
export async function startRecordingProxy(pages: Pages): Promise<RecordingProxy> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let refuses = false;

  function answer(url: string, response: ServerResponse): void {
    requests.push(url);
    const body = refuses ? undefined : pages(url);
    // An answer that any script may read: what would come after it comes.
    const headers = { 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': '*' };
    response.writeHead(body === undefined ? (refuses ? 502 : 404) : 200, headers).end(body);
  }
  const addressIn = (scheme: string, { url = '', headers }: IncomingMessage): string =>
    /^[a-z]+:/.test(url) ? url : `${scheme}://${headers.host ?? ''}${url}`;

  const plain = createHttpServer((request, response) => answer(addressIn('http', request), response));
  const secure = createHttpsServer(selfSigned(), (request, response) =>
    answer(addressIn('https', request), response),
  );
  for (const [server, scheme] of [
    [plain, 'ws'],
    [secure, 'wss'],
  ] as const)
    server.on('upgrade', (request, socket) => {
      requests.push(addressIn(scheme, request));
      socket.destroy();
    });

  plain.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  plain.on('connect', (request, socket: Socket) => {
    requests.push(`connect ${request.url ?? ''}`);
    socket.on('error', () => socket.destroy());
    if (refuses) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });

  await new Promise<void>((listening) => plain.listen(0, '127.0.0.1', listening));
  const address = plain.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    refuseAll() {
      refuses = true;
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise((closed) => {
        plain.close(() => closed());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
