import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

type CountFieldProps = Readonly<{
  label: string;
  value: number;
  range: readonly [minimum: number, maximum: number];
  onChange: (count: number) => void;
}>;

/** A field for a small number of people, rooms or cars. */
export function CountField({ label, value, range: [minimum, maximum], onChange }: CountFieldProps) {
  const counts = Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
      sx={{ minWidth: 110 }}
      fullWidth
    >
      {counts.map((count) => (
        <MenuItem key={count} value={count}>
          {count}
        </MenuItem>
      ))}
    </TextField>
  );
}
