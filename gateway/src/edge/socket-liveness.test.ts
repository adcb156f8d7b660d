import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import type { WebSocket } from 'ws';
import { listen } from './socket-liveness.ts';

/** A socket as far as listening to it goes. */
function createSocket() {
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, bufferedAmount: 0 });
  const received: string[] = [];
  listen(socket as unknown as WebSocket, {
    maxBacklogInBytes: 100,
    receive: (message) => received.push(message),
    onOverflow: () => {
      received.push('overflow');
      socket.readyState = 2;
    },
  });
  return { socket, received };
}

test.each(['message', 'ping'])(
  'a %s behind too long a backlog ends the socket, and nothing is received after it',
  (kind) => {
    const { socket, received } = createSocket();
    socket.bufferedAmount = 100;
    socket.emit('message', Buffer.from('heard'));
    socket.bufferedAmount = 101;
    socket.emit(kind, Buffer.from('too much'));
    socket.bufferedAmount = 0;
    socket.emit('message', Buffer.from('too late'));
    expect(received).toEqual(['heard', 'overflow']);
  },
);
