import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';

/** A value that a filter takes, in words, and how many results it would leave. */
export type FacetEntry = Readonly<{ value: string; label: string; count: number }>;

type FacetFilterProps<Value extends string> = Readonly<{
  title: string;
  facets: readonly FacetEntry[];
  chosen: readonly Value[];
  /** How many to show; those that are chosen are always shown. */
  most?: number;
  onChange: (chosen: Value[]) => void;
}>;

/** A filter with the number of results behind each value. */
export function FacetFilter<Value extends string>({
  title,
  facets,
  chosen,
  most = 8,
  onChange,
}: FacetFilterProps<Value>) {
  const isChosen = (value: string) => (chosen as readonly string[]).includes(value);
  const shown = facets.filter(({ value }, index) => index < most || isChosen(value));
  const toggle = (value: string) =>
    onChange(isChosen(value) ? chosen.filter((each) => each !== value) : [...chosen, value as Value]);
  if (shown.length === 0) return null;
  return (
    <FormControl component="fieldset" variant="standard">
      <FormLabel component="legend" sx={{ fontWeight: 650, color: 'text.primary' }}>
        {title}
      </FormLabel>
      <FormGroup>
        {shown.map(({ value, label, count }) => (
          <FormControlLabel
            key={value}
            control={<Checkbox size="small" checked={isChosen(value)} onChange={() => toggle(value)} />}
            label={`${label} (${count})`}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
