import Button from '@mui/material/Button';
import { calendarFileOf } from './calendar-file.ts';
import type { Trip } from './trip.ts';

/** Hands the trip to the device's calendar, as a file. */
export function CalendarButton({ trip }: Readonly<{ trip: Trip }>) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([calendarFileOf(trip)], { type: 'text/calendar' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${trip.reference}.ics`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button variant="outlined" onClick={save}>
      Add to calendar
    </Button>
  );
}
