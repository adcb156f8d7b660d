/** Lets the browser answer its user before the work goes on. */
export const nextTask = (): Promise<void> => new Promise((resume) => setTimeout(resume));
