import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import Skeleton from '@mui/material/Skeleton';
import { PriceHistoryDocument } from '../../generated/features/listing/price-history.ts';
import { PriceChart } from './price-chart.tsx';

type PriceHistoryProps = Readonly<{ listingId: string; height: number }>;

/** How the price went. It is asked for when it comes near the screen: hundreds of amounts that most readers never scroll to. */
export function PriceHistory({ listingId, height }: PriceHistoryProps) {
  const { data, error, refetch } = useQuery(PriceHistoryDocument, { variables: { id: listingId } });
  const series = data?.listing?.priceInsight?.series;
  if (series) return <PriceChart series={series} height={height} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Skeleton variant="rounded" height={height} />;
}
