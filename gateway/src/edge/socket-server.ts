import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { networkOf } from '@meridian/platform/values/network';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { type CloseName, closing } from '../subscriptions/close-codes.ts';
import type { ClientAddressOf } from './client-address.ts';

/** Takes over a socket that was opened. @param address where its client is, as {@link ClientAddressOf} says */
export type SocketHandler = (socket: WebSocket, request: IncomingMessage, address: string) => void;

/** Who takes over which sockets, and how many there may be. */
export type SocketServerOptions = Readonly<{
  /** By path; a handshake anywhere else is 404. */
  handlers: ReadonlyMap<string, SocketHandler>;
  addressOf: ClientAddressOf;
  /** Of one IPv4 address or one IPv6 network. */
  maxSocketsPerAddress: number;
  /** A longer message closes its socket with 1009 (RFC 6455, section 7.4.1). */
  maxMessageInBytes: number;
}>;

/** The websockets of one HTTP server. */
export interface SocketServer {
  /** Tells every client to go on elsewhere, and waits until their sockets are closed. */
  close(): Promise<void>;
}

/** How long a client may take over its half of the closing handshake. */
const closeGraceInMs = 1000;

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] ?? '/';

/**
 * Ends a connection that does not become a websocket. Node has let go of it: an error of it that nobody hears would end the process,
 * and no time-out covers a client that never closes its half.
 */
const reject = (stream: Duplex, status: string): void => {
  stream.once('error', () => stream.destroy());
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};

/** Closes a websocket that nobody takes over. What its client sends until then, well-formed or not, is of no interest. */
function turnAway(socket: WebSocket, name: CloseName): void {
  socket.on('error', () => socket.terminate());
  const { code, reason } = closing(name);
  socket.close(code, reason);
}

/** Counts open sockets per address, so that one client cannot take them all. */
function createCensus(limit: number) {
  const open = new Map<string, number>();
  return {
    enter: (address: string): boolean => {
      const count = open.get(address) ?? 0;
      if (count >= limit) return false;
      open.set(address, count + 1);
      return true;
    },
    leave: (address: string): void => {
      const count = (open.get(address) ?? 1) - 1;
      if (count > 0) open.set(address, count);
      else open.delete(address);
    },
  };
}

/** Takes websockets (RFC 6455) on the HTTP server's own port and hands them on by path. */
export function addSocketServer(http: Server, options: SocketServerOptions): SocketServer {
  const server = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: options.maxMessageInBytes });
  const census = createCensus(options.maxSocketsPerAddress);
  let isClosing = false;
  http.on('upgrade', (request, stream, head) => {
    const handler = options.handlers.get(pathOf(request));
    const address = options.addressOf(request);
    if (isClosing) return reject(stream, '503 Service Unavailable');
    if (!handler) return reject(stream, '404 Not Found');
    server.handleUpgrade(request, stream, head, (socket) => {
      if (!census.enter(networkOf(address))) return turnAway(socket, 'TOO_MANY_SOCKETS');
      socket.once('close', () => census.leave(networkOf(address)));
      handler(socket, request, address);
    });
  });
  return {
    async close() {
      // Those who are sent away come back at once; they are to find another server, or this one when it is new.
      isClosing = true;
      const { code, reason } = closing('GOING_AWAY');
      const gone = [...server.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of server.clients) socket.close(code, reason);
      const timer = setTimeout(() => {
        for (const socket of server.clients) socket.terminate();
      }, closeGraceInMs);
      await Promise.all(gone);
      clearTimeout(timer);
      server.close();
    },
  };
}
