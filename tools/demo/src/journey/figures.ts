import * as documents from '../documents.ts';
import { eventually } from '../eventually.ts';
import type { Person } from '../people.ts';
import type { Steps } from '../steps.ts';

type Money = Readonly<{ amount: string; currency: string }>;
type Month = Readonly<{
  label: string;
  bookings: number;
  cancellations: number;
  gross: Money;
  refunded: Money;
  net: Money;
}>;

/** Shows what the journey has left in the figures: a booking and its cancellation. */
export async function showFigures(operator: Person, steps: Steps): Promise<void> {
  const read = () =>
    eventually(async () => {
      const { revenue } = await operator.client.run<{ revenue: readonly Month[] }>(documents.revenue);
      const month = revenue.find(({ cancellations }) => cancellations > 0);
      if (month === undefined) throw new Error('The cancellation is not in the figures yet.');
      return month;
    });
  await steps.run(
    'see revenue and refund in the figures',
    read,
    (month) =>
      `${month.label}: ${month.bookings} booked for ${month.gross.amount}, ${month.cancellations} cancelled for ` +
      `${month.refunded.amount}, net ${month.net.amount} ${month.net.currency}`,
  );
}
