import { useQuery } from '@apollo/client/react';
import { formatMoney } from '@meridian/ui/formats/money';
import { ChoiceField } from '@meridian/ui/tables/choice-field.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { SearchField } from '@meridian/ui/tables/search-field.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { type ListingRowsFragment, ListingsDocument } from '../../generated/features/listings/listings.ts';
import { useMe } from '../account/use-me.ts';
import { kindNames, listingKinds, listingStatuses } from './listing-kinds.ts';
import { dayOf, sellerOf, stockOf, whichOf } from './listing-words.ts';
import type { ListingsSearch } from './listings-search.ts';

type Row = ListingRowsFragment['edges'][number]['node'];

const route = getRouteApi('/listings');

const columns = [
  {
    title: 'Title',
    render: ({ id, title }: Row) => (
      <TextLink to="/listings/$id" params={{ id }}>
        {title}
      </TextLink>
    ),
  },
  { title: 'Kind', render: ({ kind }: Row) => kindNames[kind] },
  { title: 'Which', render: whichOf },
  { title: 'Departs', isOneLine: true, render: dayOf },
  { title: 'City', render: ({ city }: Row) => city },
  { title: 'On sale', isNumber: true, render: stockOf },
  { title: 'By', render: sellerOf },
  { title: 'Status', render: ({ status }: Row) => listingStatuses[status] },
  { title: 'From', isNumber: true, render: ({ fromPrice }: Row) => fromPrice && formatMoney(fromPrice) },
] as const;

function useListings(search: ListingsSearch) {
  const isAdmin = useMe()?.roles.includes('ADMIN') ?? false;
  const { data, ...rest } = useQuery(ListingsDocument, {
    variables: { ...search, isAdmin },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  return { ...rest, isAdmin, found: data?.allListings ?? data?.myListings };
}

/** Everybody's listings for an admin, their own for an owner. */
export function ListingsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { found, isAdmin, error, loading, fetchMore, refetch } = useListings(search);
  const change = (part: Partial<ListingsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const more = () => fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return (
    <Stack spacing={2}>
      <PageTitle title={isAdmin ? 'Listings' : 'My listings'} count={found?.totalCount}>
        <ChoiceField label="Kind" value={search.kind} choices={listingKinds} onChange={(kind) => change({ kind })} />
        <SearchField
          label="Title, city, flight, airline, airport or id"
          value={search.search}
          onSearch={(text) => change({ search: text })}
        />
      </PageTitle>
      <DataTable
        label="Listings"
        columns={columns}
        rows={rowsOf(
          found?.edges.map(({ node }) => node),
          { error, onRetry: () => void refetch() },
        )}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/listings/$id', params: { id } })}
        emptyText="No listing fits."
        more={{ hasMore: found?.pageInfo.hasNextPage ?? false, isLoading: loading, onMore: more }}
      />
    </Stack>
  );
}
