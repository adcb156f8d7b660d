import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatPercent } from '@meridian/ui/formats/numbers';
import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { BestDealsDocument, type BestDealsQuery } from '../../generated/features/home/home.ts';
import { ListingLink } from '../listing/listing-link.tsx';
import { DealGrid, PendingDeals, shownDeals } from './deal-grid.tsx';

type BestDeal = NonNullable<BestDealsQuery['deals']>['edges'][number]['node'];

const DealTile = ({ deal }: Readonly<{ deal: BestDeal }>) => (
  <Card component="li" sx={{ height: '100%' }}>
    <ListingLink listing={{ ...deal.snapshot, day: deal.travelDate }} sx={{ p: 2, height: '100%' }}>
      <Typography variant="h3" noWrap>
        {deal.snapshot.title}
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
        {deal.snapshot.place !== deal.snapshot.title && `${deal.snapshot.place} · `}
        {formatDay(deal.travelDate)}
      </Typography>
      <Typography noWrap sx={{ mt: 1, fontWeight: 750, fontSize: '1.2rem' }}>
        {formatMoney(deal.price)}
      </Typography>
      <Typography variant="body2" noWrap>
        {formatPercent(deal.discountPercent / 100)} below the usual {formatMoney(deal.typicalPrice)}
      </Typography>
    </ListingLink>
  </Card>
);

/** The best deals of the moment. Where there are none, nothing is said of them. */
export function BestDeals() {
  const { data, error, refetch } = useQuery(BestDealsDocument, { variables: { first: shownDeals } });
  const deals = data?.deals?.edges;
  if (!deals && error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!deals) return <PendingDeals />;
  if (deals.length === 0) return null;
  return (
    <InSlices fallback={<PendingDeals />}>
      <DealGrid>
        {deals.map(({ cursor, node }) => (
          <DealTile key={cursor} deal={node} />
        ))}
      </DealGrid>
    </InSlices>
  );
}
