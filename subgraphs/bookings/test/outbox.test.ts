import { describeContract } from '@meridian/platform/testkit/contract-suite';
import { outboxFieldContract } from '@meridian/platform/testkit/outbox-field.contract';
import { openBookings } from './support/bookings-under-test.ts';

describeContract('The outbox of bookings', outboxFieldContract, async () => {
  const opened = await openBookings();
  return {
    ...opened,
    name: 'bookings',
    ask: async ({ query, as }) => ({ data: await opened.run(query, {}, as) }),
  };
});
