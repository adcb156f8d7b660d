/** What cancelling costs: the first step whose `hoursBefore` is at most the hours left until the start applies; none: nothing back. */
export type CancellationTerms = Readonly<{
  name: CancellationPolicyName;
  steps: readonly Readonly<{ hoursBefore: number; refundPercent: number }>[];
}>;

/** How cancelling is judged, see {@link termsOf}. */
export type CancellationPolicyName = 'FLEXIBLE' | 'MODERATE' | 'STRICT' | 'NON_REFUNDABLE';

const steps: Readonly<Record<CancellationPolicyName, CancellationTerms['steps']>> = {
  FLEXIBLE: [
    { hoursBefore: 24, refundPercent: 100 },
    { hoursBefore: 0, refundPercent: 0 },
  ],
  MODERATE: [
    { hoursBefore: 120, refundPercent: 100 },
    { hoursBefore: 24, refundPercent: 50 },
    { hoursBefore: 0, refundPercent: 0 },
  ],
  STRICT: [
    { hoursBefore: 336, refundPercent: 100 },
    { hoursBefore: 168, refundPercent: 50 },
    { hoursBefore: 0, refundPercent: 0 },
  ],
  NON_REFUNDABLE: [{ hoursBefore: 0, refundPercent: 0 }],
};

/** The terms behind a policy's name. */
export const termsOf = (name: CancellationPolicyName): CancellationTerms => ({ name, steps: steps[name] });

/** A fare that a source calls refundable can be given back until a day before; any other one cannot. */
export const fareTerms = (fare: Readonly<{ refundable: boolean }>): CancellationTerms =>
  termsOf(fare.refundable ? 'FLEXIBLE' : 'NON_REFUNDABLE');

/** What a source's yes or no to free cancellation stands for; sources that do not tell get the middle policy. */
export const termsOfFreeCancellation = (free: boolean | undefined): CancellationTerms => {
  if (free === undefined) return termsOf('MODERATE');
  return termsOf(free ? 'FLEXIBLE' : 'STRICT');
};

/** Whether all of the money comes back until a day before the start. */
export const isFree = (terms: CancellationTerms): boolean => terms.name === 'FLEXIBLE';
