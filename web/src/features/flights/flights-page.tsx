import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { getRouteApi } from '@tanstack/react-router';
import { FlightsDocument, type FlightsQuery } from '../../generated/features/flights/flights.ts';
import { ResultList, ResultSkeletons } from '../search/result-list.tsx';
import { ResultsFrame } from '../search/results-frame.tsx';
import { SortField } from '../search/sort-field.tsx';
import { FlightCard } from './flight-card.tsx';
import { FlightsFilters } from './flights-filters.tsx';
import { FlightsForm } from './flights-form.tsx';
import { type FlightsSearch, flightsVariables, isRunnable, type RunnableFlightsSearch } from './flights-search.ts';

const route = getRouteApi('/flights');

const sortLabels = {
  PRICE: 'Lowest price',
  DURATION: 'Shortest',
  DEPARTURE: 'Earliest departure',
  ARRIVAL: 'Earliest arrival',
} as const;

const titleOf = (data: FlightsQuery | undefined): string =>
  data?.origin && data.destination ? `${data.origin.label} to ${data.destination.label}` : 'Flights';

function summaryOf(data: FlightsQuery | undefined): string {
  const count = data?.searchFlights?.totalCount;
  if (count === undefined) return 'Searching …';
  return count === 1 ? '1 flight' : `${count} flights`;
}

const NothingFound = ({ search, onReset }: Readonly<{ search: FlightsSearch; onReset: () => void }>) => (
  <Notice title="No flight fits" action={{ label: 'Clear filters and days', onClick: onReset }}>
    {search.date === undefined
      ? 'Nobody sells a flight between these places at the moment, or the filters leave none.'
      : 'Try another day, or fewer filters.'}
  </Notice>
);

type ResultsProps = Readonly<{
  search: RunnableFlightsSearch;
  onChange: (part: Partial<FlightsSearch>) => void;
  onReset: () => void;
}>;

function Results({ search, onChange, onReset }: ResultsProps) {
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(FlightsDocument, {
    variables: flightsVariables(search),
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const found = data?.searchFlights;
  const facets = shown?.searchFlights?.facets;
  if (error && !found && !loading) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return (
    <ResultsFrame
      title={titleOf(shown)}
      summary={summaryOf(data)}
      sort={<SortField value={search.sort} labels={sortLabels} onChange={(sort) => onChange({ sort })} />}
      filters={
        facets ? (
          <FlightsFilters facets={facets} search={search} onChange={onChange} />
        ) : (
          <Skeleton variant="rounded" height={420} />
        )
      }
    >
      {found === undefined || found === null ? (
        <ResultSkeletons height={126} />
      ) : found.totalCount === 0 ? (
        <NothingFound search={search} onReset={onReset} />
      ) : (
        <ResultList
          hasMore={found.pageInfo.hasNextPage}
          isLoadingMore={loading}
          onMore={() => void fetchMore({ variables: { after: found.pageInfo.endCursor } })}
        >
          {found.edges.map((result) => (
            <FlightCard key={result.cursor} result={result} party={search} />
          ))}
        </ResultList>
      )}
    </ResultsFrame>
  );
}

/** Flights between two places. The whole search stands in the address. */
export function FlightsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<FlightsSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const reset = () => void navigate({ search: ({ from, to, adults, children }) => ({ from, to, adults, children }) });
  return (
    <Box>
      <FlightsForm key={`${search.from} ${search.to} ${search.date}`} initial={search} onSearch={change} />
      {isRunnable(search) ? (
        <Results search={search} onChange={change} onReset={reset} />
      ) : (
        <Box sx={{ mt: 3 }}>
          <Notice title="Where do you want to go?">Choose where to start and where to go, and search.</Notice>
        </Box>
      )}
    </Box>
  );
}
