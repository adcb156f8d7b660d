import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel from '@mui/material/InputLabel';
import { type ReactNode, useId } from 'react';

/** What an input needs to be one with its field. */
export type FieldInput = Readonly<{ id: string; label: string; 'aria-describedby': string | undefined }>;

type FieldProps = Readonly<{
  label: string;
  /** What is wrong with it, in a sentence. */
  error?: string | undefined;
  /** What there is to know of it; an error stands in its place. */
  note?: string | undefined;
  isRequired?: boolean;
  /** For inputs that always show something, such as a date picker: the label never lies over it. */
  isRaised?: boolean;
  /** Where the input has an id of its own. */
  id?: string | undefined;
  children: (input: FieldInput) => ReactNode;
}>;

/**
 * A labelled input and what is wrong with it. `TextField` does the same, and brings menus, dialogs and three looks along, which the
 * first page has no use for.
 */
export function Field({ label, error, note, isRequired = false, isRaised = false, id: givenId, children }: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const help = error ?? note;
  const helpId = `${id}-help`;
  const hasProblem = error !== undefined;
  return (
    <FormControl fullWidth size="small" error={hasProblem} required={isRequired}>
      <InputLabel htmlFor={id} id={`${id}-label`} {...(isRaised && { shrink: true })}>
        {label}
      </InputLabel>
      {children({ id, label, 'aria-describedby': help === undefined ? undefined : helpId })}
      {help !== undefined && <FormHelperText id={helpId}>{help}</FormHelperText>}
    </FormControl>
  );
}
