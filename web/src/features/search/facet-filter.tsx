import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';

/** A value that a filter takes, in words, and how many results it would leave. */
export type FacetEntry = Readonly<{ value: string; label: string; count?: number }>;

type FacetFilterProps<Value extends string> = Readonly<{
  title: string;
  facets: readonly FacetEntry[];
  chosen: readonly Value[];
  /** How many to show; those that are chosen are always shown. */
  most?: number;
  onChange: (chosen: Value[]) => void;
}>;

/** Addresses are written by hand as well: the graph takes a city in small letters. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A filter with the number of results behind each value. What an address narrows by is shown even where no result has it. */
export function FacetFilter<Value extends string>({
  title,
  facets,
  chosen,
  most = 8,
  onChange,
}: FacetFilterProps<Value>) {
  const isChosen = (value: string) => chosen.some((each) => isSame(each, value));
  const unknown = chosen.filter((each) => !facets.some(({ value }) => isSame(each, value)));
  const shown = [
    ...facets.filter(({ value }, index) => index < most || isChosen(value)),
    ...unknown.map((value): FacetEntry => ({ value, label: value })),
  ];
  const toggle = (value: string) =>
    onChange(isChosen(value) ? chosen.filter((each) => !isSame(each, value)) : [...chosen, value as Value]);
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
            label={count === undefined ? label : `${label} (${count})`}
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
