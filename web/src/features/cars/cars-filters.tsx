import Stack from '@mui/material/Stack';
import type { CarsQuery } from '../../generated/features/cars/cars.ts';
import { FacetFilter } from '../search/facet-filter.tsx';
import type { Narrow } from '../search/narrow.ts';
import { PriceLimit } from '../search/price-limit.tsx';
import type { CarsSearch } from './cars-search.ts';

type CarsFiltersProps = Readonly<{
  facets: NonNullable<CarsQuery['searchCars']>['facets'];
  search: CarsSearch;
  onChange: Narrow<CarsSearch>;
}>;

/** Narrows the results. Each count tells what would be left. */
export const CarsFilters = ({ facets, search, onChange }: CarsFiltersProps) => (
  <Stack spacing={2.5}>
    <PriceLimit
      range={facets.price}
      value={search.maxPrice}
      onChange={(maxPrice) => onChange({ maxPrice }, { replace: search.maxPrice !== undefined })}
    />
    <FacetFilter
      title="Class"
      facets={facets.classes}
      chosen={search.classes}
      onChange={(classes) => onChange({ classes })}
    />
    <FacetFilter
      title="Seats, at least"
      facets={facets.seats}
      chosen={search.seats}
      // A higher number holds the lower ones: one of them is enough.
      onChange={(seats) => onChange({ seats: seats.slice(-1) })}
    />
    <FacetFilter
      title="Transmission"
      facets={facets.transmissions}
      chosen={search.transmission}
      onChange={(transmission) => onChange({ transmission: transmission.slice(-1) })}
    />
    <FacetFilter title="Fuel" facets={facets.fuels} chosen={search.fuels} onChange={(fuels) => onChange({ fuels })} />
  </Stack>
);
