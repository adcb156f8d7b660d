import type { Listing } from '../../domain/listing.ts';
import type { ListingsContext } from '../context.ts';
import { toMoney } from '../shapes.ts';

export function fromPrice(listing: Listing, _args: unknown, { listings }: ListingsContext) {
  const minor = listings.fromPrice(listing);
  return minor === null ? null : toMoney(minor, listing.currency);
}
