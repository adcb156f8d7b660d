import { addTypenameToDocument } from '@apollo/client/utilities';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';

/** A stream that goes on where it was after any loss of the connection. */
export type ResumableStream<Data, Variables> = Readonly<{
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables, 'after'>;
  /** Where to begin: the cursor of the newest item that the page has already. */
  after?: string | undefined;
  /** The cursor that a message carries, if any. */
  cursorOf: (data: Data) => string | null | undefined;
  onMessage: (data: Data) => void;
  /** The stream was refused for good, for example because the session has ended. */
  onEnd?: (reason: unknown) => void;
}>;

/**
 * Follows a stream. graphql-ws subscribes anew by itself after a reconnect and writes its variables out each time; `after` is read at
 * that moment, so each subscription begins behind the last message that arrived. Returns what ends it.
 */
export function followStream<Data, Variables>(client: Client, stream: ResumableStream<Data, Variables>): () => void {
  let cursor = stream.after;
  const variables = {
    ...stream.variables,
    get after() {
      return cursor;
    },
  };
  return client.subscribe<Data>(
    // As Apollo Client does with every document: the types say `__typename` everywhere, and messages are told apart by it.
    { query: print(addTypenameToDocument(stream.document)), variables },
    {
      next: ({ data }) => {
        if (!data) return;
        cursor = stream.cursorOf(data) ?? cursor;
        stream.onMessage(data);
      },
      error: (reason) => stream.onEnd?.(reason),
      complete: () => undefined,
    },
  );
}
