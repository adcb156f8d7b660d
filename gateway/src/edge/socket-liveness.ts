import type { WebSocket } from 'ws';

/**
 * Ends a socket whose other side has gone without a word: it is pinged once per interval (RFC 6455, section 5.5.2), and terminated when
 * the last ping was not answered by the next. Answers a function that stops the watch.
 */
export function keepAlive(socket: WebSocket, intervalInMs: number): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, intervalInMs);
  timer.unref();
  return () => clearInterval(timer);
}

type Listening = Readonly<{
  /** How much may wait to be sent, in bytes. */
  maxBacklogInBytes: number;
  receive: (message: string) => void;
  /** The other side sends and does not read. Nothing more is received then. */
  onOverflow: () => void;
}>;

/**
 * Hands on what a client sends for as long as it also reads: each message may have an answer, and without a bound the answers of one
 * that never reads would fill the memory. Pings of the websocket's own count as well; `ws` answers them by itself.
 */
export function listen(socket: WebSocket, { maxBacklogInBytes, receive, onOverflow }: Listening): void {
  const isOpen = (): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    if (socket.bufferedAmount <= maxBacklogInBytes) return true;
    onOverflow();
    return false;
  };
  socket.on('message', (data) => {
    if (isOpen()) receive(String(data));
  });
  socket.on('ping', isOpen);
}

/** Sends a message; resolves when the network has taken it, so that the next event of a stream is pulled only then. */
export const sendOn =
  (socket: WebSocket) =>
  (data: string): Promise<void> =>
    new Promise((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      socket.send(data, (error) => (error ? reject(error) : resolve()));
    });
