import TextField from '@mui/material/TextField';

type DayFieldProps = Readonly<{
  label: string;
  /** `YYYY-MM-DD` */
  value: string | undefined;
  earliest?: string | undefined;
  latest?: string | undefined;
  isRequired?: boolean;
  error?: string | undefined;
  onChange: (day: string | undefined) => void;
}>;

/** A field for a calendar day. It is the device's own date picker: known to its user, usable by keyboard and by voice. */
export const DayField = ({ label, value, earliest, latest, isRequired = false, error, onChange }: DayFieldProps) => (
  <TextField
    type="date"
    label={label}
    value={value ?? ''}
    required={isRequired}
    error={error !== undefined}
    helperText={error}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: earliest, max: latest } }}
    fullWidth
  />
);
