import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { formatMonth } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import { addDays, today } from '@meridian/ui/time/today';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { TextLink } from '../../app/links.tsx';
import { DashboardDocument, type DashboardQuery } from '../../generated/features/dashboard/dashboard.ts';
import { useMe } from '../account/use-me.ts';
import { dayOf, whichOf } from '../listings/listing-words.ts';
import { BookingsByDay, LookToBookFigures } from './look-to-book.tsx';
import { RevenueChart } from './revenue-charts.tsx';

/** How far the figures of searching and booking look back, in days. */
const windowInDays = 30;

type TopListing = NonNullable<DashboardQuery['topListings']>[number];

/** Leads to the listing, for whom it is open. */
function TopListingName({ row }: Readonly<{ row: TopListing }>) {
  const isAdmin = useMe()?.roles.includes('ADMIN') ?? false;
  const title = row.listing?.title ?? row.listingId;
  if (!isAdmin || row.listing === null) return title;
  return (
    <TextLink to="/listings/$id" params={{ id: row.listingId }}>
      {title}
    </TextLink>
  );
}

const topColumns = [
  { title: 'Listing', render: (row: TopListing) => <TopListingName row={row} /> },
  { title: 'Which', render: ({ listing }: TopListing) => listing && whichOf(listing) },
  { title: 'Departs', render: ({ listing }: TopListing) => listing && dayOf(listing) },
  { title: 'Views', isNumber: true, render: (row: TopListing) => row.views },
  { title: 'Bookings', isNumber: true, render: (row: TopListing) => row.bookings },
  { title: 'Revenue', isNumber: true, render: (row: TopListing) => formatMoney(row.revenue) },
] as const;

/** The graph tells the newest month first; time runs to the right. */
const monthsOf = ({ months }: DashboardQuery) =>
  months?.toReversed().map((row) => ({ ...row, label: formatMonth(row.key) }));

const vendorsOf = ({ vendors }: DashboardQuery) =>
  vendors?.map((row) => ({ ...row, label: row.vendor?.displayName ?? row.label }));

type ContentProps = Readonly<{ data: DashboardQuery; error: unknown; onRetry: () => void }>;

/** Each report stands or fails by itself: what is null has failed, what is empty is so. */
const Content = ({ data, error, onRetry }: ContentProps) => (
  <Stack spacing={3}>
    <LookToBookFigures figures={data.lookToBook ?? undefined} onRetry={onRetry} />
    <RevenueChart title="Revenue by month" rows={monthsOf(data)} onRetry={onRetry} />
    <BookingsByDay figures={data.lookToBook ?? undefined} onRetry={onRetry} />
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
      <RevenueChart title="Revenue by city" isOfNames rows={data.cities ?? undefined} onRetry={onRetry} />
      <RevenueChart title="Revenue by vendor" isOfNames rows={vendorsOf(data)} onRetry={onRetry} />
    </Box>
    <Typography variant="h2">Top listings</Typography>
    <DataTable
      label="Top listings"
      columns={topColumns}
      rows={rowsOf(data.topListings, { error, onRetry })}
      keyOf={({ listingId }) => listingId}
      emptyText="Nothing has been booked yet."
    />
  </Stack>
);

/** As high as the figures and the first charts. */
const Skeletons = () => (
  <>
    <Skeleton variant="rounded" height={175} />
    <Skeleton variant="rounded" height={400} />
    <Skeleton variant="rounded" height={400} />
  </>
);

/** How the business goes: the last 30 days of searching and booking, and what was earned. */
export function DashboardPage() {
  useDocumentTitle('Dashboard');
  const to = today();
  const { data, error, refetch } = useQuery(DashboardDocument, {
    variables: { from: addDays(to, 1 - windowInDays), to },
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
        <Skeletons />
      )}
    </Stack>
  );
}
