import { addDays, isPast, pastDaySentence, today } from '@meridian/ui/time/today';
import Button from '@mui/material/Button';
import Grid from '@mui/material/Grid';
import { PlaceField } from '../places/place-field.tsx';
import { CountField } from '../search/count-field.tsx';
import { DayField } from '../search/day-field.tsx';
import { useSearchForm } from '../search/use-search-form.ts';
import { guestsNote, guestsRange, isBackwards, roomsRange, type StaysSearch } from './stays-search.ts';

/** What of a search the form holds; filters belong to the results. */
type StaysDraft = Pick<StaysSearch, 'place' | 'checkIn' | 'checkOut' | 'guests' | 'rooms'>;

type Problems = Partial<Record<'place' | 'checkIn' | 'checkOut', string>>;

function problemsOf(draft: StaysDraft): Problems {
  const { place, checkIn, checkOut } = draft;
  return {
    ...(place === undefined && { place: 'Choose a place from the list.' }),
    ...(isPast(checkIn) && { checkIn: pastDaySentence }),
    ...(checkIn === undefined && checkOut !== undefined && { checkIn: 'Choose the first night as well.' }),
    ...(checkOut === undefined && checkIn !== undefined && { checkOut: 'Choose the morning of departure as well.' }),
    ...(isBackwards(draft) && { checkOut: 'Choose a day after the check-in.' }),
  };
}

type StaysFormProps = Readonly<{ initial: StaysDraft; onSearch: (draft: StaysDraft) => void }>;

/** Where, when, and for how many. */
export function StaysForm({ initial, onSearch }: StaysFormProps) {
  const { place, checkIn, checkOut, guests, rooms } = initial;
  const said = { place, checkIn, checkOut, guests, rooms };
  const { draft, problems, change, submit } = useSearchForm({ said, problemsOf, onSearch });
  return (
    <Grid container spacing={1.5} component="form" role="search" aria-label="Stays" onSubmit={submit} noValidate>
      <Grid size={{ xs: 12, lg: 3.5 }}>
        <PlaceField label="Where" value={draft.place} error={problems.place} onChange={(place) => change({ place })} />
      </Grid>
      <Grid size={{ xs: 12, sm: 3, lg: 2 }}>
        <DayField
          label="Check-in"
          value={draft.checkIn}
          earliest={today()}
          error={problems.checkIn}
          onChange={(checkIn) => change({ checkIn })}
        />
      </Grid>
      <Grid size={{ xs: 12, sm: 3, lg: 2 }}>
        <DayField
          label="Check-out"
          value={draft.checkOut}
          earliest={addDays(draft.checkIn ?? today(), 1)}
          error={problems.checkOut}
          onChange={(checkOut) => change({ checkOut })}
        />
      </Grid>
      <Grid size={{ xs: 6, sm: 3, lg: 1.25 }}>
        <CountField
          label="Guests"
          value={draft.guests}
          range={guestsRange}
          note={guestsNote(draft.guests)}
          onChange={(guests) => change({ guests })}
        />
      </Grid>
      <Grid size={{ xs: 6, sm: 3, lg: 1.25 }}>
        <CountField label="Rooms" value={draft.rooms} range={roomsRange} onChange={(rooms) => change({ rooms })} />
      </Grid>
      <Grid size={{ xs: 12, lg: 2 }}>
        <Button type="submit" variant="contained" size="large" fullWidth sx={{ px: 1, py: 0.5, whiteSpace: 'nowrap' }}>
          Search stays
        </Button>
      </Grid>
    </Grid>
  );
}
