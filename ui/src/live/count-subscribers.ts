import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from 'graphql-ws';

/** What pages do with the live connection. */
export type LiveClient = Pick<Client, 'subscribe'>;

/**
 * Counts who subscribes through a client: until they leave, or are told that nothing more comes.
 *
 * @param onNobody called each time that the last one has gone
 */
export function countSubscribers(
  client: LiveClient,
  onNobody: () => void,
): Readonly<{ client: LiveClient; isAny: () => boolean }> {
  let count = 0;
  const add = () => {
    let isIn = true;
    count += 1;
    return () => {
      if (!isIn) return;
      isIn = false;
      count -= 1;
      if (count === 0) onNobody();
    };
  };
  const subscribe: LiveClient['subscribe'] = <Data, Extensions>(
    payload: SubscribePayload,
    sink: Sink<FormattedExecutionResult<Data, Extensions>>,
  ) => {
    const remove = add();
    const leave = client.subscribe<Data, Extensions>(payload, {
      next: (message) => sink.next(message),
      error(reason) {
        remove();
        sink.error(reason);
      },
      complete() {
        remove();
        sink.complete();
      },
    });
    return () => {
      remove();
      leave();
    };
  };
  return { client: { subscribe }, isAny: () => count > 0 };
}
