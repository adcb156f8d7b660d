import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { AnswerError } from './api.ts';

/** One message of a subscription, or the errors that ended it. */
export type SocketMessage = Readonly<{ data: unknown; errors: readonly AnswerError[] }>;

type Request = Readonly<{ query: string; variables?: Readonly<Record<string, unknown>>; accessToken?: string }>;

/**
 * Subscribes over graphql-ws and answers the first message, errors and all.
 *
 * @param url the endpoint's `http://` address
 */
export async function firstMessage(
  url: string,
  { query, variables = {}, accessToken }: Request,
): Promise<SocketMessage> {
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` },
  });
  try {
    for await (const { data, errors } of client.iterate({ query, variables: { ...variables } })) {
      return { data: data ?? null, errors: (errors as readonly AnswerError[] | undefined) ?? [] };
    }
    throw new Error('The subscription ended without a message.');
  } catch (failure) {
    // The protocol tells errors that come before any message as a list.
    if (!Array.isArray(failure)) throw failure;
    return { data: null, errors: failure as AnswerError[] };
  } finally {
    await client.dispose();
  }
}
