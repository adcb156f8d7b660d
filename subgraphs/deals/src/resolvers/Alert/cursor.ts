import type { AlertResolvers } from '../../generated/resolvers-types.ts';
import { alertStream } from '../../ports/streams.ts';

export const cursor: AlertResolvers['cursor'] = async ({ userId, sequence }, _args, { cursors, deals }) =>
  cursors.encode({ stream: alertStream(userId), epoch: await deals.readEpoch(), position: sequence });
