import Box from '@mui/material/Box';
import { SelectField } from '../forms/select-field.tsx';

type ChoiceFieldProps<Value extends string> = Readonly<{
  label: string;
  /** Nothing for all. */
  value: Value | undefined;
  choices: Readonly<Record<Value, string>>;
  onChange: (value: Value | undefined) => void;
}>;

/** What a table is narrowed to: one of several values, or all of them. */
export const ChoiceField = <Value extends string>({ label, value, choices, onChange }: ChoiceFieldProps<Value>) => (
  <Box sx={{ minWidth: 200, width: { xs: 1, sm: 'fit-content' } }}>
    <SelectField<Value | ''>
      label={label}
      value={value ?? ''}
      choices={[['', 'All'], ...(Object.keys(choices) as Value[]).map((each) => [each, choices[each]] as const)]}
      onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
    />
  </Box>
);
