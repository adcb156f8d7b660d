import { useQuery } from '@apollo/client/react';
import { formatPercent } from '@meridian/ui/formats/numbers';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { DealsDocument } from '../../generated/features/deals/deals.ts';
import { SearchResults } from '../search/search-results.tsx';
import { SortField } from '../search/sort-field.tsx';
import { unlessSame } from '../search/unless-same.ts';
import { DealCard } from './deal-card.tsx';
import { DealsFilters } from './deals-filters.tsx';
import { type DealsSearch, dealsSearch, dealsVariables } from './deals-search.ts';
import { useNewDeals } from './use-new-deals.ts';

const route = getRouteApi('/deals');

const sortLabels = { SCORE: 'Best', DISCOUNT: 'Largest discount', PRICE: 'Lowest price', NEWEST: 'Newest' } as const;

const rowHeight = 150;

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
  useDocumentTitle('Deals');
  const navigate = route.useNavigate();
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(DealsDocument, {
    variables: dealsVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const found = data?.deals;
  const readAgain = () => void refetch();
  const news = useNewDeals(search, { after: found?.streamCursor, onGap: readAgain });
  const facets = (data ?? previousData)?.deals?.facets;
  const change = (part: Partial<DealsSearch>) =>
    void navigate({ search: (present) => ({ ...present, ...part }), resetScroll: false });
  const wider = unlessSame(dealsSearch.parse({}), search);
  return (
    <Stack spacing={2}>
      {news.count > 0 && <NewDeals count={news.count} onShow={readAgain} />}
      {news.isEnded && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" onClick={news.tryAgain}>
              Try again
            </Button>
          }
        >
          New deals are not announced here at the moment.
        </Alert>
      )}
      <SearchResults
        title="Deals"
        noun={['deal', 'deals']}
        note={`Each is at least ${formatPercent(0.15)} below what its like has cost in the last 30 days.`}
        found={found}
        error={error}
        isLoading={loading}
        sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => change({ sort })} />}
        filters={facets && <DealsFilters facets={facets} search={search} onChange={change} />}
        rowHeight={rowHeight}
        renderRow={({ cursor, node }) => <DealCard key={cursor} deal={node} />}
        onMore={() => fetchMore({ variables: { after: found?.pageInfo.endCursor, isNextPage: true } })}
        onRetry={readAgain}
        onReset={wider && (() => change(wider))}
        isUndated
      />
    </Stack>
  );
}
