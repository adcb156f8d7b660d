import type { CardActionAreaProps } from '@mui/material/CardActionArea';
import { CardLink } from '../../app/links.tsx';
import { type DatedListing, datesInAddress } from './dated-address.ts';

type ListingLinkProps = Readonly<{ listing: DatedListing & Readonly<{ listingId: string }> }> &
  Pick<CardActionAreaProps, 'sx' | 'children' | 'onClick'>;

const addresses = { FLIGHT: '/flights/$id', STAY: '/stays/$id', CAR: '/cars/$id' } as const satisfies Record<
  DatedListing['kind'],
  string
>;

/** A card that leads to a listing of any kind, for the dates that the card is about. */
export const ListingLink = ({ listing, ...card }: ListingLinkProps) => (
  <CardLink
    to={addresses[listing.kind]}
    params={{ id: listing.listingId }}
    search={datesInAddress(listing)}
    {...card}
  />
);
