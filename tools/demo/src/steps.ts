/** Prints the steps of a journey with the time that each took, and stops it at the first that fails. */
export type Steps = Readonly<{
  run: <Result>(title: string, step: () => Promise<Result>, tell: (result: Result) => string) => Promise<Result>;
  count: () => number;
}>;

/** @param write where a line goes; @param now epoch milliseconds with fractions */
export function createSteps(write: (line: string) => void, now: () => number): Steps {
  let count = 0;
  return {
    count: () => count,
    run: async (title, step, tell) => {
      const begin = now();
      count += 1;
      const result = await step();
      const time = `${(now() - begin).toFixed(0)} ms`.padStart(8);
      write(`${String(count).padStart(2)}. ${title.padEnd(44)}${time}   ${tell(result)}`);
      return result;
    },
  };
}
