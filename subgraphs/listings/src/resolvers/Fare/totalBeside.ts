import { fareTotal, partySize } from '../../domain/flight-price.ts';
import type { FareResolvers } from '../../generated/resolvers-types.ts';
import { toConverted } from '../shapes.ts';

export const totalBeside: FareResolvers['totalBeside'] = async (
  { fare, currency },
  { listingId, adults, children },
  { listings, loaders },
) => {
  const beside = await loaders.listing.load(listingId);
  if (beside === null) return null;
  const totalMinor = fareTotal(fare) * partySize({ adults: adults ?? 1, children: children ?? 0 });
  const converter = listings.converterTo({ currency: beside.currency });
  return toConverted(converter.convert(totalMinor, currency) ?? Number.NaN, currency, converter);
};
