import { useQuery } from '@apollo/client/react';
import { useLiveSocket } from '@meridian/ui/live/live-context.tsx';
import { followStream } from '@meridian/ui/live/resumable-stream';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { DealStreamDocument, DealsDocument } from '../../generated/features/deals/deals.ts';
import { SearchResults } from '../search/search-results.tsx';
import { SortField } from '../search/sort-field.tsx';
import { DealCard } from './deal-card.tsx';
import { DealsFilters } from './deals-filters.tsx';
import { type DealsSearch, dealsSearch, dealsVariables } from './deals-search.ts';

const route = getRouteApi('/deals');

const sortLabels = { SCORE: 'Best', DISCOUNT: 'Largest discount', PRICE: 'Lowest price', NEWEST: 'Newest' } as const;

const rowHeight = 150;

/** Counts the deals that have come since the list was read. The list itself does not jump under the reader's eyes. */
function useNewDeals(search: DealsSearch): Readonly<{ count: number; forget: () => void }> {
  const { client } = useLiveSocket();
  const [count, setCount] = useState(0);
  const filter = JSON.stringify(dealsVariables(search).filter);
  useEffect(() => {
    setCount(0);
    return followStream(client, {
      document: DealStreamDocument,
      variables: { filter: JSON.parse(filter) },
      cursorOf: ({ dealAlert }) => (dealAlert?.__typename === 'DealAlert' ? dealAlert.cursor : undefined),
      onMessage: ({ dealAlert }) => {
        if (dealAlert?.__typename === 'DealAlert') setCount((present) => present + 1);
      },
    });
  }, [client, filter]);
  return { count, forget: () => setCount(0) };
}

const NewDeals = ({ count, onShow }: Readonly<{ count: number; onShow: () => void }>) => (
  <Alert
    severity="success"
    action={
      <Button color="inherit" onClick={onShow}>
        Show
      </Button>
    }
  >
    {count === 1 ? 'A new deal has just come in.' : `${count} new deals have just come in.`}
  </Alert>
);

/** Prices far below what such trips usually cost, live. */
export function DealsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(DealsDocument, {
    variables: dealsVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const news = useNewDeals(search);
  const found = data?.deals;
  const facets = (data ?? previousData)?.deals?.facets;
  const change = (part: Partial<DealsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const showNews = () => {
    news.forget();
    void refetch();
  };
  return (
    <Stack spacing={2}>
      {news.count > 0 && <NewDeals count={news.count} onShow={showNews} />}
      <SearchResults
        title="Deals"
        noun={['deal', 'deals']}
        found={found}
        error={error}
        isLoading={loading}
        sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => change({ sort })} />}
        filters={facets && <DealsFilters facets={facets} search={search} onChange={change} />}
        rowHeight={rowHeight}
        renderRow={({ cursor, node }) => <DealCard key={cursor} deal={node} />}
        onMore={() => void fetchMore({ variables: { after: found?.pageInfo.endCursor } })}
        onRetry={() => void refetch()}
        onReset={() => change(dealsSearch.parse({}))}
      />
    </Stack>
  );
}
