import { formatMoney } from '@meridian/ui/formats/money';
import { NearScreen } from '@meridian/ui/page/near-screen.tsx';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { lazy, Suspense } from 'react';
import type { PriceInsightSummaryFragment } from '../../generated/features/listing/listing.ts';
import { WatchButton } from '../watches/watch-button.tsx';

const PriceHistory = lazy(() => import('./price-history.tsx').then((module) => ({ default: module.PriceHistory })));

const chartHeight = 220;

const verdicts = {
  LOW: { label: 'Low price', color: 'success' },
  TYPICAL: { label: 'Typical price', color: 'default' },
  HIGH: { label: 'High price', color: 'warning' },
  NOT_ENOUGH_DATA: { label: 'Not enough data', color: 'default' },
} as const;

const advices = {
  BUY: 'Buy now: prices like this one seldom fall further.',
  WAIT: 'Waiting may pay.',
  UNKNOWN: '',
} as const;

function rangeInWords({ lowerQuartile, upperQuartile, observations }: PriceInsightSummaryFragment): string {
  if (!lowerQuartile || !upperQuartile) return `Only ${observations} prices are known so far.`;
  const style = { isShort: true };
  return `Most cost ${formatMoney(lowerQuartile, style)} to ${formatMoney(upperQuartile, style)} (${observations} prices).`;
}

/** An advice is only as good as it has been: the share of times it was right stands beside it. */
function adviceInWords({ advice, hitRate, trials }: PriceInsightSummaryFragment): string {
  const sentence = advices[advice];
  if (sentence === '' || hitRate === null) return sentence;
  return `${sentence} Such advice was right in ${Math.round(hitRate * 100)} % of ${trials} cases.`;
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

type PriceInsightProps = Readonly<{
  insight: PriceInsightSummaryFragment;
  listingId: string;
  /** Whether nothing of it can be bought: no advice is given then. */
  isSoldOut?: boolean;
}>;

/** Whether the price is low, typical or high, how it went, and a way to hear of its fall. */
export const PriceInsight = ({ insight, listingId, isSoldOut = false }: PriceInsightProps) => (
  <Paper component="section" aria-labelledby="price-insight" variant="outlined" sx={{ p: 2 }}>
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', mb: 1 }}>
      <Typography id="price-insight" variant="h2">
        Price history
      </Typography>
      <Chip size="small" {...verdicts[insight.verdict]} />
    </Stack>
    <Typography variant="body2">
      {capitalised(insight.comparableLabel)}. {rangeInWords(insight)} {!isSoldOut && adviceInWords(insight)}
    </Typography>
    <Box sx={{ mt: 1.5 }}>
      <WatchButton listingId={listingId} current={insight.current} />
    </Box>
    <Box sx={{ mt: 2 }}>
      <NearScreen height={chartHeight}>
        <Suspense fallback={<Skeleton variant="rounded" height={chartHeight} />}>
          <PriceHistory listingId={listingId} height={chartHeight} />
        </Suspense>
      </NearScreen>
    </Box>
  </Paper>
);
