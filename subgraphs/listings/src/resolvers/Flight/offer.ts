import type { FlightResolvers } from '../../generated/resolvers-types.ts';

export const offer: FlightResolvers['offer'] = (flight, { fareId, adults, children }, { listings }) =>
  listings.offerFlight({ flight, fareId: fareId ?? undefined, adults: adults ?? 1, children: children ?? 0 }) ?? null;
