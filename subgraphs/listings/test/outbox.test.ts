import { join } from 'node:path';
import { describeContract } from '@meridian/platform/testkit/contract-suite';
import { outboxFieldContract } from '@meridian/platform/testkit/outbox-field.contract';
import { openListingsService } from './harness.ts';

describeContract('The outbox of listings', outboxFieldContract, async () => {
  const service = await openListingsService();
  return {
    ...service,
    name: 'listings',
    databaseFile: join(service.folder, 'listings.db'),
    ask: async ({ query, variables, as }) => {
      const { data, errors } = await service.ask(query, variables, as);
      return errors.length > 0 ? { data, errors } : { data };
    },
  };
});
