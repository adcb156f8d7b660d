import { useQuery } from '@apollo/client/react';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatSnapshotTimes } from '@meridian/ui/formats/snapshot-times';
import { ChoiceField } from '@meridian/ui/tables/choice-field.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { SearchField } from '@meridian/ui/tables/search-field.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { BookingsDocument, type BookingsQuery } from '../../generated/features/bookings/bookings.ts';
import { bookingStates } from './booking-states.ts';
import type { BookingsSearch } from './bookings-search.ts';

type Row = NonNullable<BookingsQuery['bookings']>['edges'][number]['node'];

const route = getRouteApi('/bookings');

const columns = [
  {
    title: 'Reference',
    isOneLine: true,
    render: ({ id, reference }: Row) => (
      <TextLink to="/bookings/$id" params={{ id }}>
        {reference}
      </TextLink>
    ),
  },
  { title: 'State', render: ({ state }: Row) => bookingStates[state] },
  { title: 'What', render: ({ items }: Row) => items.map(({ snapshot }) => snapshot.title).join(', ') },
  {
    title: 'Travels',
    render: ({ items }: Row) => (
      // Wide enough for a day and its time.
      <Box sx={{ minWidth: 190 }}>{items.map(({ snapshot }) => formatSnapshotTimes(snapshot)).join(', ')}</Box>
    ),
  },
  { title: 'Traveler', render: ({ traveler }: Row) => traveler?.email ?? '–' },
  { title: 'Booked', isOneLine: true, render: ({ createdAt }: Row) => formatInstant(createdAt) },
  { title: 'Total', isNumber: true, render: ({ total }: Row) => formatMoney(total) },
] as const;

/** All bookings, the newest first. */
export function BookingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, loading, fetchMore, refetch } = useQuery(BookingsDocument, {
    variables: { search: search.search, states: search.state && [search.state] },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const found = data?.bookings;
  const change = (part: Partial<BookingsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const more = () => fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return (
    <Stack spacing={2}>
      <PageTitle title="Bookings" count={found?.totalCount}>
        <ChoiceField
          label="State"
          value={search.state}
          choices={bookingStates}
          onChange={(state) => change({ state })}
        />
        <SearchField label="Reference or id" value={search.search} onSearch={(text) => change({ search: text })} />
      </PageTitle>
      <DataTable
        label="Bookings"
        columns={columns}
        rows={rowsOf(
          found?.edges.map(({ node }) => node),
          { error, onRetry: () => void refetch() },
        )}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/bookings/$id', params: { id } })}
        emptyText="No booking fits."
        more={{ hasMore: found?.pageInfo.hasNextPage ?? false, isLoading: loading, onMore: more }}
      />
    </Stack>
  );
}
