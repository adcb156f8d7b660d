import { formatMoney } from '@meridian/ui/formats/money';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { lazy, Suspense } from 'react';
import type { RevenueEntryFragment } from '../../generated/features/dashboard/dashboard.ts';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

const height = 240;

const money = (amount: number) => formatMoney({ amount: String(amount), currency: 'USD' }, { isShort: true });

type RevenueChartProps = Readonly<{ title: string; rows: readonly RevenueEntryFragment[] }>;

/** What was earned, net of refunds, in US dollars. */
export const RevenueChart = ({ title, rows }: RevenueChartProps) => (
  <Paper component="section" aria-label={title} variant="outlined" sx={{ p: 2 }}>
    <Typography variant="h2" sx={{ mb: 1 }}>
      {title}
    </Typography>
    {rows.length === 0 ? (
      <Typography sx={{ color: 'text.secondary', minHeight: height }}>Nothing has been booked yet.</Typography>
    ) : (
      <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
        <Bars
          description={rows.map(({ label, net }) => `${label}: ${formatMoney(net)}`).join(', ')}
          entries={rows.map(({ label, net }) => ({ label, value: Number(net.amount) }))}
          format={money}
          height={height}
        />
      </Suspense>
    )}
  </Paper>
);
