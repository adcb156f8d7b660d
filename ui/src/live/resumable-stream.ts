import { addTypenameToDocument } from '@apollo/client/utilities';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { waitBeforeRetry } from './wait-before-retry.ts';

/** A stream that goes on where it was after any loss of the connection, or of the service behind it. */
export type ResumableStream<Data, Variables> = Readonly<{
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'after'>;
  /** Where to begin: where the stream stood when the page read what it shows, so that nothing is missed before the first message. */
  after: string;
  /** The cursor that a message carries, if any. */
  cursorOf: (data: Data) => string | null | undefined;
  onMessage: (data: Data) => void;
  /** Nothing more will come: the stream was refused, for example because the session has ended, or the server fails time after time. */
  onEnd: (reason: unknown) => void;
}>;

/** A fault of the server's: it may be gone the next time, or come every time. */
const fault = 'INTERNAL_SERVER_ERROR';

/** What may pass by itself: the same subscription may hold again in a moment. See `docs/ERRORS.md`. */
const passingCodes: ReadonlySet<unknown> = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'RESUME_FROM_CURSOR',
  'RATE_LIMITED',
  fault,
]);

/** After so many faults without a message between them, half a minute in all, it is said that nothing comes. */
export const mostFaults = 7;

type Coded = Readonly<{ extensions?: Readonly<{ code?: unknown }> }>;

const isFault = (reason: unknown): boolean =>
  Array.isArray(reason) && reason.some(({ extensions }: Coded) => extensions?.code === fault);

/** What graphql-ws itself gives up on is an event or an error; what the gateway says of one subscription is a list. */
const isPassing = (reason: unknown): boolean =>
  Array.isArray(reason) && reason.every(({ extensions }: Coded) => passingCodes.has(extensions?.code));

/**
 * Follows a stream. graphql-ws subscribes anew by itself after a reconnect and writes its variables out each time; `after` is read at
 * that moment, so each subscription begins behind the last message that arrived. What ends one subscription and leaves the connection
 * open it takes for the end; here it is subscribed again, after a wait, for as long as the reason may pass; a fault of the server's is
 * given `mostFaults` chances. Returns what ends it.
 */
export function followStream<Data, Variables>(
  client: Pick<Client, 'subscribe'>,
  stream: ResumableStream<Data, Variables>,
  wait: (retries: number) => Promise<void> = waitBeforeRetry,
): () => void {
  let cursor: string = stream.after;
  let retries = 0;
  let faults = 0;
  let isLeft = false;
  let leave: () => void;
  const variables = {
    ...stream.variables,
    get after() {
      return cursor;
    },
  };
  // As Apollo Client does with every document: the types say `__typename` everywhere, and messages are told apart by it.
  const query = print(addTypenameToDocument(stream.document));
  const subscribe = () => {
    // Who may not have any of a stream is told so in one message, which is complete without an error.
    let refusal: unknown = [];
    leave = client.subscribe<Data>(
      { query, variables },
      {
        next({ data, errors }) {
          refusal = errors ?? [];
          if (!errors) retries = faults = 0;
          if (!data) return;
          cursor = stream.cursorOf(data) ?? cursor;
          stream.onMessage(data);
        },
        error: (reason) => void onLost(reason),
        complete: () => void onLost(refusal),
      },
    );
  };
  const onLost = async (reason: unknown) => {
    if (isLeft) return;
    if (isFault(reason)) faults += 1;
    if (!isPassing(reason) || faults >= mostFaults) return stream.onEnd(reason);
    retries += 1;
    await wait(retries - 1);
    if (!isLeft) subscribe();
  };
  subscribe();
  return () => {
    isLeft = true;
    leave();
  };
}
