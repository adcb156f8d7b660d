/** Runs tasks one after the other. */
export type Turns = <Answer>(task: () => Answer | Promise<Answer>) => Promise<Answer>;

/** Takes tasks in the order in which they come, each when the one before has ended, however it ended. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
