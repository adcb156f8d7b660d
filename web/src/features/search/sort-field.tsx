import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

type SortFieldProps<Sort extends string> = Readonly<{
  value: Sort;
  labels: Readonly<Record<Sort, string>>;
  onChange: (sort: Sort) => void;
}>;

/** In which order the results stand. */
export const SortField = <Sort extends string>({ value, labels, onChange }: SortFieldProps<Sort>) => (
  <TextField
    select
    label="Sort by"
    value={value}
    onChange={({ target }) => onChange(target.value as Sort)}
    sx={{ minWidth: 180 }}
  >
    {(Object.keys(labels) as Sort[]).map((sort) => (
      <MenuItem key={sort} value={sort}>
        {labels[sort]}
      </MenuItem>
    ))}
  </TextField>
);
