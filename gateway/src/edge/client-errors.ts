import type { Socket } from 'node:net';
import type { Ids } from '@meridian/platform/ids/ids';

/** What Node's parser calls a mistake, and what it is told with. */
const told: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_INVALID_METHOD: ['400 Bad Request', 'This is no method of HTTP.'],
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The headers are too long. Send fewer, or shorter ones.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not arrive in time. Send it again.'],
};
const otherwise = ['400 Bad Request', 'This is no request of HTTP that can be read.'] as const;

/** Answers what is no request of HTTP, so that no handler is asked, with an error in the form of every other one. */
export const createClientErrorHandler =
  (ids: Ids) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    // The peer has gone: nobody reads an answer.
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const [status, message] = told[error.code ?? ''] ?? otherwise;
    const requestId = ids.next('req');
    const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId } }] });
    const head = [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
    ];
    if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    socket.destroy(error);
  };
