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
import { adviceInWords, type PricedKind, rangeInWords, verdictInWords } from './price-words.ts';

const PriceHistory = lazy(() => import('./price-history.tsx').then((module) => ({ default: module.PriceHistory })));

/** A chart of 220 pixels and, below it, what is what in two lines. */
const historyHeight = 264;

const verdicts = {
  LOW: { label: 'Low price', color: 'success' },
  TYPICAL: { label: 'Typical price', color: 'default' },
  HIGH: { label: 'High price', color: 'warning' },
  NOT_ENOUGH_DATA: { label: 'Not enough data', color: 'default' },
} as const;

type PricedProps = Readonly<{ insight: PriceInsightSummaryFragment; kind: PricedKind }>;

type PriceInsightProps = PricedProps &
  Readonly<{
    listingId: string;
    /** Whether nothing of it can be bought: no advice is given then. */
    isSoldOut?: boolean;
  }>;

/** Whether a price is low, typical or high, and which; how it went, and a way to hear of its fall. */
export const PriceInsight = ({ insight, kind, listingId, isSoldOut = false }: PriceInsightProps) => (
  <Paper component="section" aria-labelledby="price-insight" variant="outlined" sx={{ p: 2 }}>
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', mb: 1 }}>
      <Typography id="price-insight" variant="h2">
        Price history
      </Typography>
      <Chip size="small" {...verdicts[insight.verdict]} />
    </Stack>
    <Typography sx={{ fontWeight: 650 }}>{verdictInWords(insight, kind)}</Typography>
    <Typography variant="body2">
      {rangeInWords(insight, kind)} {!isSoldOut && adviceInWords(insight)}
    </Typography>
    <Box sx={{ mt: 1.5 }}>
      <WatchButton listingId={listingId} current={insight.current} />
    </Box>
    <Box sx={{ mt: 2 }}>
      <NearScreen height={historyHeight}>
        <Suspense fallback={<Skeleton variant="rounded" height={historyHeight} />}>
          <PriceHistory listingId={listingId} insight={insight} kind={kind} height={historyHeight} />
        </Suspense>
      </NearScreen>
    </Box>
  </Paper>
);
