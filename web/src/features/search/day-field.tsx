import { Field } from '@meridian/ui/forms/field.tsx';
import OutlinedInput from '@mui/material/OutlinedInput';

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
  <Field label={label} error={error} isRequired={isRequired} isRaised>
    {(input) => (
      <OutlinedInput
        {...input}
        type="date"
        notched
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        inputProps={{ min: earliest, max: latest }}
      />
    )}
  </Field>
);
