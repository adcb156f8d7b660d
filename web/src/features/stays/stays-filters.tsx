import Stack from '@mui/material/Stack';
import type { StaysQuery } from '../../generated/features/stays/stays.ts';
import { FacetFilter } from '../search/facet-filter.tsx';
import { FlagFilter } from '../search/flag-filter.tsx';
import type { Narrow } from '../search/narrow.ts';
import { PriceLimit } from '../search/price-limit.tsx';
import type { StaysSearch } from './stays-search.ts';

type StaysFiltersProps = Readonly<{
  facets: NonNullable<StaysQuery['searchStays']>['facets'];
  search: StaysSearch;
  onChange: Narrow<StaysSearch>;
}>;

/** Narrows the results. Each count tells what would be left. */
export const StaysFilters = ({ facets, search, onChange }: StaysFiltersProps) => (
  <Stack spacing={2.5}>
    <PriceLimit
      range={facets.price}
      value={search.maxPrice}
      onChange={(maxPrice) => onChange({ maxPrice }, { replace: search.maxPrice !== undefined })}
    />
    <FlagFilter
      label="Free cancellation"
      facets={facets.freeCancellation}
      isSet={search.freeCancellation === true}
      onChange={(freeCancellation) => onChange({ freeCancellation })}
    />
    <FacetFilter title="Kind" facets={facets.types} chosen={search.types} onChange={(types) => onChange({ types })} />
    <FacetFilter
      title="Rating"
      facets={facets.ratings}
      chosen={search.rating}
      // A higher limit holds the lower ones: one of them is enough.
      onChange={(rating) => onChange({ rating: rating.slice(-1) })}
    />
    <FacetFilter title="Area" facets={facets.areas} chosen={search.areas} onChange={(areas) => onChange({ areas })} />
    <FacetFilter
      title="Amenities"
      facets={facets.amenities}
      chosen={search.amenities}
      onChange={(amenities) => onChange({ amenities })}
    />
  </Stack>
);
