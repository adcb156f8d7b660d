import { today } from '@meridian/ui/time/today';
import Grid from '@mui/material/Grid';
import { ClockField } from '../search/clock-field.tsx';
import { DayField } from '../search/day-field.tsx';
import type { Hire } from './cars-search.ts';

type HireFieldsProps = Readonly<{
  hire: Hire;
  problems?: Partial<Record<'pickUp' | 'dropOff', string>>;
  /** Where there is no room for four fields side by side. */
  isNarrow?: boolean;
  onChange: (part: Partial<Hire>) => void;
}>;

/** From when until when one drives, on the clock of the place. */
export const HireFields = ({ hire, problems = {}, isNarrow = false, onChange }: HireFieldsProps) => (
  <Grid container spacing={1.5}>
    <Grid size={{ xs: 7, md: isNarrow ? 7 : 3.5 }}>
      <DayField
        label="Pick-up"
        value={hire.pickUp}
        earliest={today()}
        error={problems.pickUp}
        onChange={(pickUp) => onChange({ pickUp })}
      />
    </Grid>
    <Grid size={{ xs: 5, md: isNarrow ? 5 : 2.5 }}>
      <ClockField label="Pick-up time" value={hire.pickUpTime} onChange={(pickUpTime) => onChange({ pickUpTime })} />
    </Grid>
    <Grid size={{ xs: 7, md: isNarrow ? 7 : 3.5 }}>
      <DayField
        label="Drop-off"
        value={hire.dropOff}
        earliest={hire.pickUp ?? today()}
        error={problems.dropOff}
        onChange={(dropOff) => onChange({ dropOff })}
      />
    </Grid>
    <Grid size={{ xs: 5, md: isNarrow ? 5 : 2.5 }}>
      <ClockField
        label="Drop-off time"
        value={hire.dropOffTime}
        onChange={(dropOffTime) => onChange({ dropOffTime })}
      />
    </Grid>
  </Grid>
);
