import { runService } from '@meridian/platform/subgraph/run-service';
import { topics } from '@meridian/schema/events/registry';
import { composeAnalytics } from './compose.ts';
import { readEnvironment } from './environment.ts';

await runService({
  name: 'analytics',
  settings: readEnvironment(process.env),
  topics,
  compose: (foundation) => composeAnalytics(foundation),
});
