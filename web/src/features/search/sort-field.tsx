import { SelectField } from '@meridian/ui/forms/select-field.tsx';
import Box from '@mui/material/Box';

type SortFieldProps<Sort extends string> = Readonly<{
  value: Sort;
  labels: Readonly<Record<Sort, string>>;
  onChange: (sort: Sort) => void;
}>;

/** In which order the results stand. */
export const SortField = <Sort extends string>({ value, labels, onChange }: SortFieldProps<Sort>) => (
  <Box sx={{ minWidth: 180 }}>
    <SelectField
      label="Sort by"
      value={value}
      choices={(Object.keys(labels) as Sort[]).map((sort) => [sort, labels[sort]])}
      onChange={onChange}
    />
  </Box>
);
