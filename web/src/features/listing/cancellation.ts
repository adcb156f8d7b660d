import { formatPercent } from '@meridian/ui/formats/numbers';

/** Terms of an offer or of a booking: from how many hours before the start which part comes back. */
type Terms = Readonly<{ steps: readonly Readonly<{ hoursBefore: number; refundPercent: number }>[] }>;

const hoursInWords = (hours: number): string => {
  if (hours === 0) return 'the start';
  if (hours % 24 !== 0) return `${hours} hours before`;
  return hours === 24 ? 'a day before' : `${hours / 24} days before`;
};

/** What cancelling brings back, in one sentence. */
export function cancellationInWords({ steps }: Terms): string {
  const parts = steps
    .filter(({ refundPercent }) => refundPercent > 0)
    .map(
      ({ hoursBefore, refundPercent }) =>
        `${formatPercent(refundPercent / 100)} back until ${hoursInWords(hoursBefore)}`,
    );
  return parts.length === 0 ? 'Nothing comes back on cancelling.' : `${parts.join(', then ')}.`;
}
