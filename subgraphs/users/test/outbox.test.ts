import { describeContract } from '@meridian/platform/testkit/contract-suite';
import { outboxFieldContract } from '@meridian/platform/testkit/outbox-field.contract';
import { openUsersService } from './harness.ts';

describeContract('The outbox of users', outboxFieldContract, async () => ({
  ...(await openUsersService()),
  name: 'users',
}));
