import { formatTimeOfDay } from '@meridian/ui/formats/local-time';
import { SelectField } from '@meridian/ui/forms/select-field.tsx';

type ClockFieldProps = Readonly<{
  label: string;
  /** `HH:MM` */
  value: string;
  onChange: (clock: string) => void;
}>;

const halfHours = Array.from({ length: 48 }, (_, index) => {
  const hour = String(Math.floor(index / 2)).padStart(2, '0');
  return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
});

/** A field for a time of the day, in half hours; another one that an address names is kept. */
export const ClockField = ({ label, value, onChange }: ClockFieldProps) => (
  <SelectField
    label={label}
    value={value}
    choices={[...new Set([...halfHours, value])].sort().map((clock) => [clock, formatTimeOfDay(clock)])}
    onChange={onChange}
  />
);
