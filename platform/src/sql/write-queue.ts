import { DatabaseBusyError } from './sql-database.ts';

type Waiter = { admit: () => void };

/** Lets one writer of this process in at a time, in the order in which they asked. */
export interface WriteQueue {
  /**
   * Waits for its turn. Returns the function that ends the turn; calling it again does nothing.
   * @throws DatabaseBusyError when the turn has not come within `timeoutInMs`
   */
  enter(timeoutInMs: number): Promise<() => void>;
}

const tooLong = (timeoutInMs: number) =>
  new DatabaseBusyError(
    `A transaction of this process held the write lock for longer than ${timeoutInMs} ms. ` +
      'A statement of the database, instead of its transaction, inside of `transaction(…)` waits for itself.',
  );

/** Creates the queue. */
export function createWriteQueue(): WriteQueue {
  const waiting: Waiter[] = [];
  let busy = false;

  const leave = () => {
    const next = waiting.shift();
    if (next) next.admit();
    else busy = false;
  };
  const turn = () => {
    let over = false;
    return () => {
      if (over) return;
      over = true;
      leave();
    };
  };

  return {
    enter(timeoutInMs) {
      if (!busy) {
        busy = true;
        return Promise.resolve(turn());
      }
      return new Promise((resolve, reject) => {
        const waiter: Waiter = {
          admit() {
            clearTimeout(timer);
            resolve(turn());
          },
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(tooLong(timeoutInMs));
        }, timeoutInMs);
        waiting.push(waiter);
      });
    },
  };
}
