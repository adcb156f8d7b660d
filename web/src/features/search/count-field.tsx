import { SelectField } from '@meridian/ui/forms/select-field.tsx';

type CountFieldProps = Readonly<{
  label: string;
  value: number;
  range: readonly [minimum: number, maximum: number];
  /** Why there is no more to choose, for example. */
  note?: string | undefined;
  onChange: (count: number) => void;
}>;

/** A field for a small number of people, rooms or cars. */
export function CountField({ label, value, range: [minimum, maximum], note, onChange }: CountFieldProps) {
  const counts = Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
  return (
    <SelectField
      label={label}
      value={value}
      note={note}
      choices={counts.map((count) => [count, String(count)])}
      onChange={onChange}
    />
  );
}
