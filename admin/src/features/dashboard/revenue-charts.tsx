import { formatMoney } from '@meridian/ui/formats/money';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { readyRows } from '@meridian/ui/tables/table-rows';
import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import type { RevenueEntryFragment } from '../../generated/features/dashboard/dashboard.ts';
import { AsTable, Report, ReportEmpty, ReportFailed } from './report.tsx';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

const height = 280;

/** What the graph counts revenue in. */
const currency = 'USD';
const money = (amount: number) => formatMoney({ amount: String(amount), currency });

const columns = [
  { title: 'Of', render: ({ label }: RevenueEntryFragment) => label },
  { title: 'Bookings', isNumber: true, render: ({ bookings }: RevenueEntryFragment) => bookings },
  { title: 'Cancelled', isNumber: true, render: ({ cancellations }: RevenueEntryFragment) => cancellations },
  { title: 'Gross', isNumber: true, render: ({ gross }: RevenueEntryFragment) => formatMoney(gross) },
  { title: 'Refunded', isNumber: true, render: ({ refunded }: RevenueEntryFragment) => formatMoney(refunded) },
  { title: 'Net', isNumber: true, render: ({ net }: RevenueEntryFragment) => formatMoney(net) },
] as const;

type Rows = readonly RevenueEntryFragment[];

type RevenueChartProps = Readonly<{
  title: string;
  /** Nothing when the report has failed. */
  rows: Rows | undefined;
  /** Names lie beside their bars; times stand below them. */
  isOfNames?: boolean;
  onRetry: () => void;
}>;

type ChartProps = Readonly<{ title: string; rows: Rows; isOfNames: boolean }>;

const Chart = ({ title, rows, isOfNames }: ChartProps) => (
  <>
    <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
      <Bars
        description={rows.map(({ label, net }) => `${label}: ${formatMoney(net)}`).join(', ')}
        entries={rows.map(({ label, net }) => ({ label, value: Number(net.amount) }))}
        unit={`Net revenue (${currency})`}
        format={money}
        height={height}
        isOfNames={isOfNames}
      />
    </Suspense>
    <AsTable>
      <DataTable
        label={`${title}, as a table`}
        columns={columns}
        rows={readyRows(rows)}
        keyOf={({ key }) => key}
        emptyText=""
      />
    </AsTable>
  </>
);

/** What was earned, net of refunds, in US dollars. */
export const RevenueChart = ({ title, rows, isOfNames = false, onRetry }: RevenueChartProps) => (
  <Report title={title} unit="In US dollars, net of refunds.">
    {rows === undefined ? (
      <ReportFailed height={height} onRetry={onRetry} />
    ) : rows.length === 0 ? (
      <ReportEmpty height={height}>Nothing has been booked yet.</ReportEmpty>
    ) : (
      <Chart title={title} rows={rows} isOfNames={isOfNames} />
    )}
  </Report>
);
