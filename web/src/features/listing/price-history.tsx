import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { useServerClock } from '@meridian/ui/time/server-clock-context.tsx';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { PriceInsightSummaryFragment } from '../../generated/features/listing/listing.ts';
import { PriceHistoryDocument } from '../../generated/features/listing/price-history.ts';
import { ChartLegend } from './chart-legend.tsx';
import { PriceChart } from './price-chart.tsx';
import { chartInWords, finishedDays, type PricedKind, priceWithUnit } from './price-words.ts';

const chartHeight = 220;

type PriceHistoryProps = Readonly<{
  listingId: string;
  insight: PriceInsightSummaryFragment;
  kind: PricedKind;
  /** In pixels, kept free while it is on its way. */
  height: number;
}>;

/**
 * How prices went, day by day; nothing while no day of them is over. It is asked for when it comes near the screen: hundreds of amounts
 * that most readers never scroll to.
 */
export function PriceHistory({ listingId, insight, kind, height }: PriceHistoryProps) {
  const clock = useServerClock();
  const { data, error, refetch } = useQuery(PriceHistoryDocument, { variables: { id: listingId } });
  const series = data?.listing?.priceInsight?.series;
  if (!series) {
    if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
    return data ? null : <Skeleton variant="rounded" height={height} />;
  }
  const days = finishedDays(series, clock.now());
  if (days.length === 0) return null;
  return (
    <Box>
      <PriceChart
        days={days}
        current={insight.current}
        description={chartInWords(days, insight, kind)}
        height={chartHeight}
      />
      <ChartLegend current={priceWithUnit(insight.current, kind)} />
    </Box>
  );
}
