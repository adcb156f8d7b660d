import { useQuery } from '@apollo/client/react';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { FlightsDocument } from '../../generated/features/flights/flights.ts';
import { cityOf } from '../places/city-of.ts';
import { useNamedPlace } from '../places/use-named-place.ts';
import type { Narrow } from '../search/narrow.ts';
import { SearchResults } from '../search/search-results.tsx';
import { SortField } from '../search/sort-field.tsx';
import { unlessSame } from '../search/unless-same.ts';
import { FlightCard } from './flight-card.tsx';
import { FlightsForm } from './flights-form.tsx';
import {
  type FlightsSearch,
  flightsSearch,
  flightsVariables,
  isRunnable,
  type RunnableFlightsSearch,
  withoutFilters,
} from './flights-search.ts';

/** Not before there are results to narrow; on a phone, not before they are unfolded. */
const FlightsFilters = lazy(() =>
  import('./flights-filters.tsx').then((module) => ({ default: module.FlightsFilters })),
);

const route = getRouteApi('/flights');

const sortLabels = {
  PRICE: 'Lowest price',
  DURATION: 'Shortest',
  DEPARTURE: 'Earliest departure',
  ARRIVAL: 'Earliest arrival',
} as const;

const rowHeight = 132;

type ResultsProps = Readonly<{
  title: string;
  search: RunnableFlightsSearch;
  onChange: Narrow<FlightsSearch>;
  onReset: (() => void) | undefined;
  onStartAnew: () => void;
}>;

function Results({ title, search, onChange, onReset, onStartAnew }: ResultsProps) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(FlightsDocument, {
    variables: flightsVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const facets = (data ?? previousData)?.searchFlights?.facets;
  const found = data?.searchFlights;
  return (
    <SearchResults
      title={title}
      noun={['flight', 'flights']}
      note={`Totals are for all travelers, with every tax and fee. ${search.date === undefined ? 'Without a day, flights of all days are shown.' : 'Times are on the clock of each airport.'}`}
      found={found}
      error={error}
      isLoading={loading}
      sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => onChange({ sort })} />}
      filters={facets && <FlightsFilters facets={facets} search={search} onChange={onChange} />}
      rowHeight={rowHeight}
      renderRow={(edge) => <FlightCard key={edge.cursor} result={edge} party={search} />}
      onMore={() => fetchMore({ variables: { after: found?.pageInfo.endCursor } })}
      onRetry={() => void refetch()}
      onReset={onReset}
      onStartAnew={onStartAnew}
    />
  );
}

/** Flights between two places. The whole search stands in the address; its form says the places as well. */
export function FlightsPage() {
  const search = route.useSearch();
  const [from, to] = [useNamedPlace(search.from), useNamedPlace(search.to)];
  useDocumentTitle(from && to ? `Flights from ${from.label} to ${to.label}` : 'Flights');
  const title = from && to ? `Flights ${cityOf(from.label)} to ${cityOf(to.label)}` : 'Flights';
  const navigate = route.useNavigate();
  const change = (part: Partial<FlightsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const narrow: Narrow<FlightsSearch> = (part, how) =>
    void navigate({ search: (present) => ({ ...present, ...part }), resetScroll: false, ...how });
  const wider = unlessSame(withoutFilters(search), search);
  const reset = wider && (() => void navigate({ search: wider }));
  const startAnew = () => void navigate({ search: flightsSearch.parse({}) });
  return (
    <Stack spacing={3}>
      <FlightsForm initial={search} onSearch={change} />
      {isRunnable(search) ? (
        <Results title={title} search={search} onChange={narrow} onReset={reset} onStartAnew={startAnew} />
      ) : (
        <Notice title="Where do you want to go?">Choose where to start and where to go, and search.</Notice>
      )}
    </Stack>
  );
}
