import type { ProblemOf } from '@meridian/ui/forms/change-form.tsx';
import TextField from '@mui/material/TextField';
import { useState } from 'react';

type ValueFieldProps = Readonly<{
  name: string;
  label: string;
  value: string | number;
  problemOf: ProblemOf;
  /** `numeric` for whole numbers. */
  inputMode?: 'decimal' | 'numeric';
}>;

const longest = 20;

/** Whether two texts hold the same number: `410` and `410.00` do. */
const isSame = (one: string | number, other: string | number): boolean =>
  String(one) === String(other) || (one !== '' && other !== '' && Number(one) === Number(other));

/**
 * What somebody else has put in place of the value that one began to write over.
 *
 * @returns the value, where it is neither what stood there nor what was typed; and what hears of typing
 */
function useOverwritten(value: string | number) {
  const [typed, setTyped] = useState<Readonly<{ text: string; over: string | number }>>();
  const isOverwritten = typed !== undefined && !isSame(value, typed.over) && !isSame(value, typed.text);
  const type = (text: string) => setTyped((before) => ({ text, over: before?.over ?? value }));
  return { overwritten: isOverwritten ? value : undefined, type };
}

/** An amount or a count of a form. What one has typed stays when somebody else changes the value, which is told below it. */
export function ValueField({ name, label, value, problemOf, inputMode = 'decimal' }: ValueFieldProps) {
  const { overwritten, type } = useOverwritten(value);
  const problem = problemOf(name);
  return (
    <TextField
      name={name}
      label={label}
      defaultValue={value}
      onChange={({ target }) => type(target.value)}
      error={problem !== undefined}
      helperText={problem ?? (overwritten !== undefined && `It is ${overwritten} by now.`)}
      slotProps={{ htmlInput: { inputMode, maxLength: longest } }}
    />
  );
}
