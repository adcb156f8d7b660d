import { useQuery } from '@apollo/client/react';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { StaysDocument } from '../../generated/features/stays/stays.ts';
import { cityOf } from '../places/city-of.ts';
import { useNamedPlace } from '../places/use-named-place.ts';
import type { Narrow } from '../search/narrow.ts';
import { SearchResults } from '../search/search-results.tsx';
import { SortField } from '../search/sort-field.tsx';
import { unlessSame } from '../search/unless-same.ts';
import { StayCard } from './stay-card.tsx';
import { StaysForm } from './stays-form.tsx';
import {
  isRunnable,
  type RunnableStaysSearch,
  type StaysSearch,
  staysSearch,
  staysVariables,
  withoutFilters,
} from './stays-search.ts';

/** Not before there are results to narrow; on a phone, not before they are unfolded. */
const StaysFilters = lazy(() => import('./stays-filters.tsx').then((module) => ({ default: module.StaysFilters })));

const route = getRouteApi('/stays');

const sortLabels = {
  PRICE: 'Lowest price',
  PRICE_DESCENDING: 'Highest price',
  RATING: 'Best rated',
} as const;

const rowHeight = 168;

type ResultsProps = Readonly<{
  title: string;
  search: RunnableStaysSearch;
  onChange: Narrow<StaysSearch>;
  onReset: (() => void) | undefined;
  onStartAnew: () => void;
}>;

function Results({ title, search, onChange, onReset, onStartAnew }: ResultsProps) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(StaysDocument, {
    variables: staysVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const facets = shown?.searchStays?.facets;
  const found = data?.searchStays;
  return (
    <SearchResults
      title={title}
      noun={['stay', 'stays']}
      note={`${search.checkIn === undefined ? 'Totals are for a night to come; choose days to see yours.' : 'Totals are for all nights.'} They hold every mandatory tax and fee.`}
      found={found}
      error={error}
      isLoading={loading}
      sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => onChange({ sort })} />}
      filters={facets && <StaysFilters facets={facets} search={search} onChange={onChange} />}
      rowHeight={rowHeight}
      renderRow={(edge, index) => <StayCard key={edge.cursor} result={edge} visit={search} isFirst={index === 0} />}
      onMore={() => fetchMore({ variables: { after: found?.pageInfo.endCursor } })}
      onRetry={() => void refetch()}
      onReset={onReset}
      onStartAnew={onStartAnew}
    />
  );
}

/** Stays at a place. The whole search stands in the address. */
export function StaysPage() {
  const search = route.useSearch();
  const place = useNamedPlace(search.place);
  useDocumentTitle(place ? `Stays in ${place.label}` : 'Stays');
  const title = place ? `Stays in ${cityOf(place.label)}` : 'Stays';
  const navigate = route.useNavigate();
  const change = (part: Partial<StaysSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const narrow: Narrow<StaysSearch> = (part, how) =>
    void navigate({ search: (present) => ({ ...present, ...part }), resetScroll: false, ...how });
  const wider = unlessSame(withoutFilters(search), search);
  const reset = wider && (() => void navigate({ search: wider }));
  const startAnew = () => void navigate({ search: staysSearch.parse({}) });
  return (
    <Stack spacing={3}>
      <StaysForm initial={search} onSearch={change} />
      {isRunnable(search) ? (
        <Results title={title} search={search} onChange={narrow} onReset={reset} onStartAnew={startAnew} />
      ) : (
        <Notice title="Where do you want to stay?">Choose a place, and search.</Notice>
      )}
    </Stack>
  );
}
