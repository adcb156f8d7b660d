import { formatMoney } from '@meridian/ui/formats/money';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { lazy, Suspense } from 'react';
import type { RevenueEntryFragment } from '../../generated/features/dashboard/dashboard.ts';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

const height = 240;

const money = (amount: number) => formatMoney({ amount: String(amount), currency: 'USD' }, { isShort: true });

const Failed = ({ onRetry }: Readonly<{ onRetry: () => void }>) => (
  <Stack role="status" spacing={1} sx={{ minHeight: height, alignItems: 'flex-start' }}>
    <Typography sx={{ color: 'text.secondary' }}>This report could not be loaded.</Typography>
    <Button onClick={onRetry}>Try again</Button>
  </Stack>
);

type Rows = readonly RevenueEntryFragment[];

const Chart = ({ rows }: Readonly<{ rows: Rows }>) => (
  <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
    <Bars
      description={rows.map(({ label, net }) => `${label}: ${formatMoney(net)}`).join(', ')}
      entries={rows.map(({ label, net }) => ({ label, value: Number(net.amount) }))}
      format={money}
      height={height}
    />
  </Suspense>
);

type RevenueChartProps = Readonly<{
  title: string;
  /** Nothing when the report has failed. */
  rows: Rows | undefined;
  onRetry: () => void;
}>;

/** What was earned, net of refunds, in US dollars. */
export const RevenueChart = ({ title, rows, onRetry }: RevenueChartProps) => (
  <Paper component="section" aria-label={title} variant="outlined" sx={{ p: 2 }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      {title}
    </Typography>
    {rows === undefined ? (
      <Failed onRetry={onRetry} />
    ) : rows.length === 0 ? (
      <Typography sx={{ color: 'text.secondary', minHeight: height }}>Nothing has been booked yet.</Typography>
    ) : (
      <Chart rows={rows} />
    )}
  </Paper>
);
