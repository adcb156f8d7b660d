import { formatDay } from '@meridian/ui/formats/local-time';
import { formatCount, formatPercent } from '@meridian/ui/formats/numbers';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { readyRows } from '@meridian/ui/tables/table-rows';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import type { DashboardQuery } from '../../generated/features/dashboard/dashboard.ts';
import { Figure } from './figure.tsx';
import { AsTable, Report, ReportEmpty, ReportFailed } from './report.tsx';

const Bars = lazy(() => import('./bars.tsx').then((module) => ({ default: module.Bars })));

type LookToBook = NonNullable<DashboardQuery['lookToBook']>;
type Day = LookToBook['days'][number];

/** `–` where there was nothing to divide by. */
const percent = (share: number | null): string => (share === null ? '–' : formatPercent(share, { digits: 1 }));

const Figures = ({ figures }: Readonly<{ figures: LookToBook }>) => (
  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
    <Figure label="Searches" value={formatCount(figures.searches)} />
    <Figure label="Listing views" value={formatCount(figures.listingViews)} />
    <Figure label="Holds" value={formatCount(figures.holds)} />
    <Figure label="Bookings" value={formatCount(figures.bookings)} />
    <Figure label="Bookings per search" value={percent(figures.bookingsPerSearch)} />
    <Figure label="Bookings per view" value={percent(figures.bookingsPerView)} />
  </Box>
);

type ReportProps = Readonly<{
  /** Nothing when the report has failed. */
  figures: LookToBook | undefined;
  onRetry: () => void;
}>;

const figuresHeight = 84;

/** From searching to booking, in figures. */
export const LookToBookFigures = ({ figures, onRetry }: ReportProps) => (
  <Report title="From searching to booking" unit="The last 30 days (UTC).">
    {figures ? <Figures figures={figures} /> : <ReportFailed height={figuresHeight} onRetry={onRetry} />}
  </Report>
);

const height = 280;

const columns = [
  { title: 'Day', render: ({ date }: Day) => formatDay(date) },
  { title: 'Searches', isNumber: true, render: ({ searches }: Day) => searches },
  { title: 'Bookings', isNumber: true, render: ({ bookings }: Day) => bookings },
] as const;

const Days = ({ days }: Readonly<{ days: readonly Day[] }>) => (
  <>
    <Suspense fallback={<Skeleton variant="rounded" height={height} />}>
      <Bars
        description={days.map(({ date, bookings }) => `${formatDay(date)}: ${bookings}`).join(', ')}
        entries={days.map(({ date, bookings }) => ({ label: formatDay(date), value: bookings }))}
        unit="Bookings"
        format={formatCount}
        height={height}
      />
    </Suspense>
    <AsTable>
      <DataTable
        label="Bookings by day, as a table"
        columns={columns}
        rows={readyRows(days)}
        keyOf={({ date }) => date}
        emptyText=""
      />
    </AsTable>
  </>
);

/** How many bookings were confirmed, day by day. */
export const BookingsByDay = ({ figures, onRetry }: ReportProps) => (
  <Report title="Bookings by day" unit="Confirmed bookings, the last 30 days (UTC).">
    {figures === undefined ? (
      <ReportFailed height={height} onRetry={onRetry} />
    ) : figures.days.every(({ bookings }) => bookings === 0) ? (
      <ReportEmpty height={height}>Nothing has been booked in these days.</ReportEmpty>
    ) : (
      <Days days={figures.days} />
    )}
  </Report>
);
