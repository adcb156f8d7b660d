import { useQuery } from '@apollo/client/react';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { ChoiceField } from '@meridian/ui/tables/choice-field.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { SearchField } from '@meridian/ui/tables/search-field.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { PaymentsDocument, type PaymentsQuery } from '../../generated/features/payments/payments.ts';
import { failureInWords } from './failure-words.ts';
import { paymentStates } from './payment-states.ts';
import type { PaymentsSearch } from './payments-search.ts';

type Row = NonNullable<PaymentsQuery['payments']>['edges'][number]['node'];

const route = getRouteApi('/payments');

const columns = [
  {
    title: 'Booking',
    isOneLine: true,
    render: ({ booking }: Row) =>
      booking && (
        <TextLink to="/bookings/$id" params={{ id: booking.id }}>
          {booking.reference}
        </TextLink>
      ),
  },
  { title: 'State', isOneLine: true, render: ({ state }: Row) => paymentStates[state] },
  { title: 'Card', isOneLine: true, render: ({ card }: Row) => card && formatCard(card) },
  { title: 'Made', isOneLine: true, render: ({ createdAt }: Row) => formatInstant(createdAt) },
  { title: 'Reason', render: ({ failureReason }: Row) => failureInWords(failureReason) },
  { title: 'Amount', isNumber: true, render: ({ amount }: Row) => formatMoney(amount) },
  { title: 'Refunded', isNumber: true, render: ({ refundedAmount }: Row) => formatMoney(refundedAmount) },
] as const;

/** All payments, the newest first. */
export function PaymentsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, loading, fetchMore, refetch } = useQuery(PaymentsDocument, {
    variables: { search: search.search, states: search.state && [search.state] },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const found = data?.payments;
  const change = (part: Partial<PaymentsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const more = () => fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return (
    <Stack spacing={2}>
      <PageTitle title="Payments" count={found?.totalCount}>
        <ChoiceField
          label="State"
          value={search.state}
          choices={paymentStates}
          onChange={(state) => change({ state })}
        />
        <SearchField label="Reference or id" value={search.search} onSearch={(text) => change({ search: text })} />
      </PageTitle>
      <DataTable
        label="Payments"
        columns={columns}
        rows={rowsOf(
          found?.edges.map(({ node }) => node),
          { error, onRetry: () => void refetch() },
        )}
        keyOf={({ id }) => id}
        emptyText="No payment fits."
        more={{ hasMore: found?.pageInfo.hasNextPage ?? false, isLoading: loading, onMore: more }}
      />
    </Stack>
  );
}
