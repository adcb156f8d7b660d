import NativeSelect from '@mui/material/NativeSelect';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Field } from './field.tsx';

type SelectFieldProps<Value extends string | number> = Readonly<{
  label: string;
  value: Value;
  /** What there is to choose, in order, each with its words. */
  choices: readonly (readonly [value: Value, words: string])[];
  /** What there is to know of it; what is wrong stands in its place. */
  note?: string | undefined;
  error?: string | undefined;
  /** In a form that reads its fields by their names. */
  name?: string | undefined;
  onChange: (value: Value) => void;
}>;

/** One of several values. It is the device's own list, as the date picker is the device's own. */
export const SelectField = <Value extends string | number>({
  label,
  value,
  choices,
  note,
  error,
  name,
  onChange,
}: SelectFieldProps<Value>) => (
  <Field label={label} note={note} error={error} isRaised>
    {({ id, 'aria-describedby': noteId }) => (
      <NativeSelect
        value={value}
        input={<OutlinedInput notched label={label} />}
        inputProps={{ id, name, 'aria-describedby': noteId }}
        onChange={({ target }) => {
          const chosen = choices.find(([each]) => String(each) === target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </NativeSelect>
    )}
  </Field>
);
