import type { CardActionAreaProps } from '@mui/material/CardActionArea';
import { CardLink } from '../../app/links.tsx';

type Kind = 'FLIGHT' | 'STAY' | 'CAR';

type ListingLinkProps = Readonly<{ listing: Readonly<{ listingId: string; kind: Kind }> }> &
  Pick<CardActionAreaProps, 'sx' | 'children' | 'onClick'>;

const addresses = { FLIGHT: '/flights/$id', STAY: '/stays/$id', CAR: '/cars/$id' } as const satisfies Record<
  Kind,
  string
>;

/** A card that leads to a listing of any kind. */
export const ListingLink = ({ listing: { listingId, kind }, ...card }: ListingLinkProps) => (
  <CardLink to={addresses[kind]} params={{ id: listingId }} {...card} />
);
