import { useQuery } from '@apollo/client/react';
import { formatMoney } from '@meridian/ui/formats/money';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import Stack from '@mui/material/Stack';
import { ListingsDocument, type ListingsQuery } from '../../generated/features/listings/listings.ts';

type Row = NonNullable<ListingsQuery['myListings']>['edges'][number]['node'];

const columns = [
  { title: 'Title', render: ({ title }: Row) => title },
  { title: 'Kind', render: ({ kind }: Row) => kind.toLowerCase() },
  { title: 'City', render: ({ city }: Row) => city },
  { title: 'Status', render: ({ status }: Row) => status.toLowerCase() },
  { title: 'Version', isNumber: true, render: ({ version }: Row) => version },
  { title: 'From', isNumber: true, render: ({ fromPrice }: Row) => fromPrice && formatMoney(fromPrice) },
] as const;

/** The caller's own listings. */
export function ListingsPage() {
  const { data, error, loading, fetchMore, refetch } = useQuery(ListingsDocument, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const found = data?.myListings;
  const more = () => void fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return (
    <Stack spacing={2}>
      <PageTitle title="Listings" count={found?.totalCount} />
      <DataTable
        label="Listings"
        columns={columns}
        rows={found?.edges.map(({ node }) => node)}
        keyOf={({ id }) => id}
        error={error}
        emptyText="You publish nothing yet."
        onRetry={() => void refetch()}
        onMore={found?.pageInfo.hasNextPage ? more : undefined}
        isLoadingMore={loading}
      />
    </Stack>
  );
}
