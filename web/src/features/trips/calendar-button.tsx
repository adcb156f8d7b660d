import { saveFile } from '@meridian/ui/files/save-file';
import Button from '@mui/material/Button';
import { calendarFileOf } from './calendar-file.ts';
import type { Trip } from './trip.ts';

/** Hands the trip to the device's calendar, as a file. */
export function CalendarButton({ trip }: Readonly<{ trip: Trip }>) {
  const save = () => saveFile({ name: `${trip.reference}.ics`, type: 'text/calendar', text: calendarFileOf(trip) });
  return (
    <Button variant="outlined" onClick={save}>
      Add to calendar
    </Button>
  );
}
