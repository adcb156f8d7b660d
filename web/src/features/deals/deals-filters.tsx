import Stack from '@mui/material/Stack';
import type { DealsQuery } from '../../generated/features/deals/deals.ts';
import { type FacetEntry, FacetFilter } from '../search/facet-filter.tsx';
import type { DealsSearch } from './deals-search.ts';
import { tagLabels } from './tag-labels.ts';

const kindLabels = { FLIGHT: 'Flights', STAY: 'Stays', CAR: 'Cars' } as const;

/** The same filter in the words of the cards. */
const inWords = (facets: readonly FacetEntry[], words: Readonly<Record<string, string>>): FacetEntry[] =>
  facets.map((facet) => ({ ...facet, label: words[facet.value] ?? facet.label }));

type DealsFiltersProps = Readonly<{
  facets: NonNullable<DealsQuery['deals']>['facets'];
  search: DealsSearch;
  onChange: (part: Partial<DealsSearch>) => void;
}>;

/** Narrows the deals. Each count tells what would be left. */
export const DealsFilters = ({ facets, search, onChange }: DealsFiltersProps) => (
  <Stack spacing={2.5}>
    <FacetFilter
      title="What"
      facets={inWords(facets.kinds, kindLabels)}
      chosen={search.kinds}
      onChange={(kinds) => onChange({ kinds })}
    />
    <FacetFilter
      title="How good"
      facets={facets.grades}
      chosen={search.grades}
      onChange={(grades) => onChange({ grades })}
    />
    <FacetFilter
      title="Where"
      facets={facets.cities}
      chosen={search.city}
      onChange={(city) => onChange({ city: city.slice(-1) })}
    />
    <FacetFilter
      title="With"
      facets={inWords(facets.tags, tagLabels)}
      chosen={search.tags}
      onChange={(tags) => onChange({ tags })}
      most={11}
    />
  </Stack>
);
