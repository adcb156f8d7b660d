import type { CancellationPolicyResolvers } from '../generated/resolvers-types.ts';

export const CancellationPolicy: CancellationPolicyResolvers = {
  steps: ({ steps }) => [...steps],
};
