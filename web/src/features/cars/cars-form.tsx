import { isPast, pastDaySentence } from '@meridian/ui/time/today';
import Button from '@mui/material/Button';
import Grid from '@mui/material/Grid';
import { PlaceField } from '../places/place-field.tsx';
import { useSearchForm } from '../search/use-search-form.ts';
import type { CarsSearch, Hire } from './cars-search.ts';
import { backwardsSentence, isBackwards } from './cars-search.ts';
import { HireFields } from './hire-fields.tsx';

/** What of a search the form holds; filters belong to the results. */
type CarsDraft = Pick<CarsSearch, 'place'> & Hire;

type Problems = Partial<Record<'place' | 'pickUp' | 'dropOff', string>>;

function problemsOf(draft: CarsDraft): Problems {
  const { place, pickUp, dropOff } = draft;
  return {
    ...(place === undefined && { place: 'Choose a place from the list.' }),
    ...(isPast(pickUp) && { pickUp: pastDaySentence }),
    ...(pickUp === undefined && dropOff !== undefined && { pickUp: 'Choose when to pick it up as well.' }),
    ...(dropOff === undefined && pickUp !== undefined && { dropOff: 'Choose when to bring it back as well.' }),
    ...(isBackwards(draft) && { dropOff: backwardsSentence }),
  };
}

type CarsFormProps = Readonly<{ initial: CarsDraft; onSearch: (draft: CarsDraft) => void }>;

/** Where, and from when until when. */
export function CarsForm({ initial, onSearch }: CarsFormProps) {
  const { place, pickUp, pickUpTime, dropOff, dropOffTime } = initial;
  const said = { place, pickUp, pickUpTime, dropOff, dropOffTime };
  const { draft, problems, change, submit } = useSearchForm({ said, problemsOf, onSearch });
  return (
    <Grid container spacing={1.5} component="form" role="search" aria-label="Cars" onSubmit={submit} noValidate>
      <Grid size={{ xs: 12, lg: 3.25 }}>
        <PlaceField label="Where" value={draft.place} error={problems.place} onChange={(place) => change({ place })} />
      </Grid>
      <Grid size={{ xs: 12, lg: 7 }}>
        <HireFields hire={draft} problems={problems} onChange={change} />
      </Grid>
      <Grid size={{ xs: 12, lg: 1.75 }}>
        <Button type="submit" variant="contained" size="large" fullWidth sx={{ px: 1, py: 0.5, whiteSpace: 'nowrap' }}>
          Search cars
        </Button>
      </Grid>
    </Grid>
  );
}
