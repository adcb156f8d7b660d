import { join } from 'node:path';
import { describeContract } from '@meridian/platform/testkit/contract-suite';
import { outboxFieldContract } from '@meridian/platform/testkit/outbox-field.contract';
import { openDealsService } from './harness.ts';

describeContract('The outbox of deals', outboxFieldContract, async () => {
  const service = await openDealsService();
  return { ...service, name: 'deals', databaseFile: join(service.path, 'deals.db') };
});
