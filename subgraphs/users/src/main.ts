import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeUsers, usersSecrets } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'users',
  settings: readEnvironment(process.env),
  secrets: usersSecrets,
  topics,
  compose: (foundation, { environment }) =>
    composeUsers({
      ...foundation,
      issuer: environment.TOKEN_ISSUER,
      limits: environment.SIGN_UPS_PER_ADDRESS ? { signUpsPerAddress: environment.SIGN_UPS_PER_ADDRESS } : undefined,
    }),
});
