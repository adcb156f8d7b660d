/** ARMED waits for the next crossing; TRIGGERED has told of one and waits for recovery or a deeper drop. */
export type Phase = 'ARMED' | 'TRIGGERED';

/**
 * One rule of a watch: a price or a stock that falls to a limit. `lowest` is the lowest value since the crossing: what the last
 * alert told, or what stood there when the rule was made.
 */
export type RuleState = Readonly<{ phase: Phase; lowest: number | null }>;

/** A rule that has told nothing since its last recovery. */
export const armed: RuleState = { phase: 'ARMED', lowest: null };

/** A value that a rule is held against. Null: there is nothing to buy, so nothing is below any limit. */
export type Reading = Readonly<{ value: number | null; isCrossed: (value: number) => boolean }>;

/** A rule after a reading, and whether to tell of it. */
export type Step = Readonly<{ state: RuleState; alert: boolean }>;

/** The state of a rule that is made while the value stands where it stands: what is below already has not crossed. */
export const startingAt = ({ value, isCrossed }: Reading): RuleState =>
  value !== null && isCrossed(value) ? { phase: 'TRIGGERED', lowest: value } : armed;

/**
 * Moves a rule by one reading. Edge-triggered: one alert when the value comes to the limit, none while it stays there, another
 * one at each value that is lower than all told before, and none again until it has recovered.
 */
export function step(state: RuleState, reading: Reading): Step {
  const { value, isCrossed } = reading;
  if (value === null || !isCrossed(value)) return { state: armed, alert: false };
  if (state.phase === 'ARMED' || state.lowest === null || value < state.lowest) {
    return { state: { phase: 'TRIGGERED', lowest: value }, alert: true };
  }
  return { state, alert: false };
}

/**
 * Moves a rule by a reading of an instant. A reading from before the rule existed only says where the rule starts, so that a
 * consumer that is late comes to the same alerts as one that is not.
 *
 * @param at when the reading was true, epoch milliseconds
 * @param since when the rule was made or last changed, epoch milliseconds
 */
export const stepAt = (state: RuleState, reading: Reading, times: Readonly<{ at: number; since: number }>): Step =>
  times.at < times.since ? { state: startingAt(reading), alert: false } : step(state, reading);

/** A price has crossed when it is at the threshold or below. */
export const atMost =
  (threshold: number) =>
  (value: number): boolean =>
    value <= threshold;

/** Stock has crossed when less than `limit` is left. */
export const below =
  (limit: number) =>
  (value: number): boolean =>
    value < limit;
