import { useQuery } from '@apollo/client/react';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { CarsDocument } from '../../generated/features/cars/cars.ts';
import { cityOf } from '../places/city-of.ts';
import { useNamedPlace } from '../places/use-named-place.ts';
import type { Narrow } from '../search/narrow.ts';
import { SearchResults } from '../search/search-results.tsx';
import { SortField } from '../search/sort-field.tsx';
import { unlessSame } from '../search/unless-same.ts';
import { CarCard } from './car-card.tsx';
import { CarsForm } from './cars-form.tsx';
import {
  type CarsSearch,
  carsSearch,
  carsVariables,
  isRunnable,
  type RunnableCarsSearch,
  withoutFilters,
} from './cars-search.ts';

/** Not before there are results to narrow; on a phone, not before they are unfolded. */
const CarsFilters = lazy(() => import('./cars-filters.tsx').then((module) => ({ default: module.CarsFilters })));

const route = getRouteApi('/cars');

const sortLabels = {
  PRICE: 'Lowest price',
  PRICE_DESCENDING: 'Highest price',
  RATING: 'Best rated',
  SEATS: 'Most seats',
} as const;

const rowHeight = 168;

type ResultsProps = Readonly<{
  title: string;
  search: RunnableCarsSearch;
  onChange: Narrow<CarsSearch>;
  onReset: (() => void) | undefined;
  onStartAnew: () => void;
}>;

function Results({ title, search, onChange, onReset, onStartAnew }: ResultsProps) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(CarsDocument, {
    variables: carsVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const facets = shown?.searchCars?.facets;
  const found = data?.searchCars;
  return (
    <SearchResults
      title={title}
      noun={['car', 'cars']}
      note={`${search.pickUp === undefined ? 'Totals are for a day to come; choose days to see yours.' : 'Totals are for the whole hire.'} They hold every mandatory tax and fee.`}
      found={found}
      error={error}
      isLoading={loading}
      sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => onChange({ sort })} />}
      filters={facets && <CarsFilters facets={facets} search={search} onChange={onChange} />}
      rowHeight={rowHeight}
      renderRow={(edge, index) => <CarCard key={edge.cursor} result={edge} hire={search} isFirst={index === 0} />}
      onMore={() => fetchMore({ variables: { after: found?.pageInfo.endCursor } })}
      onRetry={() => void refetch()}
      onReset={onReset}
      onStartAnew={onStartAnew}
    />
  );
}

/** Cars at a place. The whole search stands in the address. */
export function CarsPage() {
  const search = route.useSearch();
  const place = useNamedPlace(search.place);
  useDocumentTitle(place ? `Cars in ${place.label}` : 'Cars');
  const title = place ? `Cars in ${cityOf(place.label)}` : 'Cars';
  const navigate = route.useNavigate();
  const change = (part: Partial<CarsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const narrow: Narrow<CarsSearch> = (part, how) =>
    void navigate({ search: (present) => ({ ...present, ...part }), resetScroll: false, ...how });
  const wider = unlessSame(withoutFilters(search), search);
  const reset = wider && (() => void navigate({ search: wider }));
  const startAnew = () => void navigate({ search: carsSearch.parse({}) });
  return (
    <Stack spacing={3}>
      <CarsForm initial={search} onSearch={change} />
      {isRunnable(search) ? (
        <Results title={title} search={search} onChange={narrow} onReset={reset} onStartAnew={startAnew} />
      ) : (
        <Notice title="Where do you want to drive?">Choose a place, and search.</Notice>
      )}
    </Stack>
  );
}
