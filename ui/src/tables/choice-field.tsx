import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

type ChoiceFieldProps<Value extends string> = Readonly<{
  label: string;
  /** Nothing for all. */
  value: Value | undefined;
  choices: Readonly<Record<Value, string>>;
  onChange: (value: Value | undefined) => void;
}>;

/** One of several values, or all of them. */
export const ChoiceField = <Value extends string>({ label, value, choices, onChange }: ChoiceFieldProps<Value>) => (
  <TextField
    select
    label={label}
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value === '' ? undefined : (target.value as Value))}
    slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    sx={{ minWidth: 200 }}
  >
    <MenuItem value="">All</MenuItem>
    {(Object.keys(choices) as Value[]).map((each) => (
      <MenuItem key={each} value={each}>
        {choices[each]}
      </MenuItem>
    ))}
  </TextField>
);
