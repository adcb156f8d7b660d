/** Whether everything has caught up, and if not, what is waited for: one sentence each, for people. */
export type Readiness = Readonly<{ ready: boolean; reasons: readonly string[] }>;

/** Ready when there is no reason why not. */
export const readyUnless = (reasons: readonly string[]): Readiness => ({ ready: reasons.length === 0, reasons });

/** Ready when all parts are; the reasons of those that are not. */
export const joinReadiness = (parts: readonly Readiness[]): Readiness => ({
  ready: parts.every((part) => part.ready),
  reasons: parts.flatMap((part) => part.reasons),
});
