import Stack from '@mui/material/Stack';
import type { FlightsQuery } from '../../generated/features/flights/flights.ts';
import { FacetFilter } from '../search/facet-filter.tsx';
import type { Narrow } from '../search/narrow.ts';
import { PriceLimit } from '../search/price-limit.tsx';
import type { FlightsSearch } from './flights-search.ts';

type FlightFacets = NonNullable<FlightsQuery['searchFlights']>['facets'];

type FlightsFiltersProps = Readonly<{
  facets: FlightFacets;
  search: FlightsSearch;
  onChange: Narrow<FlightsSearch>;
}>;

/** Narrows the results. Each count tells what would be left. */
export const FlightsFilters = ({ facets, search, onChange }: FlightsFiltersProps) => (
  <Stack spacing={2.5}>
    <FacetFilter title="Stops" facets={facets.stops} chosen={search.stops} onChange={(stops) => onChange({ stops })} />
    <PriceLimit
      range={facets.price}
      value={search.maxPrice}
      onChange={(maxPrice) => onChange({ maxPrice }, { replace: search.maxPrice !== undefined })}
    />
    <FacetFilter
      title="Departure"
      facets={facets.departureWindows}
      chosen={search.windows}
      onChange={(windows) => onChange({ windows })}
    />
    <FacetFilter
      title="Cabin"
      facets={facets.cabins}
      chosen={search.cabins}
      onChange={(chosen) => onChange({ cabins: chosen })}
    />
    <FacetFilter
      title="Airlines"
      facets={facets.carriers}
      chosen={search.carriers}
      onChange={(carriers) => onChange({ carriers })}
    />
  </Stack>
);
