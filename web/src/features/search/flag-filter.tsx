import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import type { FacetEntry } from './facet-filter.tsx';

type FlagFilterProps = Readonly<{
  label: string;
  /** The facet of a yes-or-no filter; its entry `true` tells how many would be left. */
  facets: readonly FacetEntry[];
  isSet: boolean;
  onChange: (isSet: true | undefined) => void;
}>;

/** A filter that is on or off. */
export function FlagFilter({ label, facets, isSet, onChange }: FlagFilterProps) {
  const count = facets.find(({ value }) => value === 'true')?.count ?? 0;
  return (
    <FormGroup>
      <FormControlLabel
        control={<Checkbox size="small" checked={isSet} onChange={() => onChange(isSet ? undefined : true)} />}
        label={`${label} (${count})`}
      />
    </FormGroup>
  );
}
