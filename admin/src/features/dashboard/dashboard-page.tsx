import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { addDays, today } from '@meridian/ui/time/today';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { DashboardDocument, type DashboardQuery } from '../../generated/features/dashboard/dashboard.ts';
import { Figure } from './figure.tsx';
import { RevenueChart } from './revenue-charts.tsx';

/** How far the figures of searching and booking look back, in days. */
const windowInDays = 30;

const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)} %`;

type TopListing = NonNullable<DashboardQuery['topListings']>[number];

const topColumns = [
  { title: 'Listing', render: (row: TopListing) => row.listing?.title ?? row.listingId },
  { title: 'Views', isNumber: true, render: (row: TopListing) => row.views },
  { title: 'Bookings', isNumber: true, render: (row: TopListing) => row.bookings },
  { title: 'Revenue', isNumber: true, render: (row: TopListing) => formatMoney(row.revenue) },
] as const;

const Figures = ({ figures }: Readonly<{ figures: DashboardQuery['lookToBook'] }>) => (
  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
    <Figure label="Searches" value={figures?.searches.toLocaleString() ?? '–'} />
    <Figure label="Listing views" value={figures?.listingViews.toLocaleString() ?? '–'} />
    <Figure label="Holds" value={figures?.holds.toLocaleString() ?? '–'} />
    <Figure label="Bookings" value={figures?.bookings.toLocaleString() ?? '–'} />
    <Figure label="Bookings per search" value={percent(figures?.bookingsPerSearch)} />
    <Figure label="Bookings per view" value={percent(figures?.bookingsPerView)} />
  </Box>
);

const vendorsOf = ({ vendors }: DashboardQuery) =>
  vendors?.map((row) => ({ ...row, label: row.vendor?.displayName ?? row.label }));

type ContentProps = Readonly<{ data: DashboardQuery; error: unknown; onRetry: () => void }>;

/** Each report stands or fails by itself: what is null has failed, what is empty is so. */
const Content = ({ data, error, onRetry }: ContentProps) => (
  <Stack spacing={3}>
    <Figures figures={data.lookToBook} />
    <RevenueChart title="Revenue by month" rows={data.months ?? undefined} onRetry={onRetry} />
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
      <RevenueChart title="Revenue by city" rows={data.cities ?? undefined} onRetry={onRetry} />
      <RevenueChart title="Revenue by vendor" rows={vendorsOf(data)} onRetry={onRetry} />
    </Box>
    <Typography variant="h2">Top listings</Typography>
    <DataTable
      label="Top listings"
      columns={topColumns}
      rows={data.topListings ?? undefined}
      keyOf={({ listingId }) => listingId}
      error={error}
      emptyText="Nothing has been booked yet."
      onRetry={onRetry}
    />
  </Stack>
);

/** How the business goes: the last 30 days of searching and booking, and what was earned. */
export function DashboardPage() {
  useDocumentTitle('Dashboard');
  const to = addDays(today(), 1);
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: { from: addDays(to, -windowInDays), to },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const retry = () => void refetch();
  return (
    <Stack spacing={2}>
      <Typography variant="h1" sx={{ fontSize: '1.6rem' }}>
        Dashboard
      </Typography>
      {data ? (
        <Content data={data} error={error} onRetry={retry} />
      ) : error ? (
        <FailureNotice error={error} onRetry={retry} />
      ) : (
        <Skeleton variant="rounded" height={700} />
      )}
    </Stack>
  );
}
