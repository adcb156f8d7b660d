import type { ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import TextField from '@mui/material/TextField';

type ValueFieldProps = Readonly<{
  name: string;
  label: string;
  value: string | number;
  problemOf: ProblemOf;
  /** `numeric` for whole numbers. */
  inputMode?: 'decimal' | 'numeric';
}>;

const longest = 20;

/** An amount or a count of a form. The graph judges it. */
export const ValueField = ({ name, label, value, problemOf, inputMode = 'decimal' }: ValueFieldProps) => (
  <TextField
    name={name}
    label={label}
    defaultValue={value}
    error={problemOf(name) !== undefined}
    helperText={problemOf(name)}
    slotProps={{ htmlInput: { inputMode, maxLength: longest } }}
  />
);
