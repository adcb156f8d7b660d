import { isPast, pastDaySentence, today } from '@meridian/ui/time/today';
import Button from '@mui/material/Button';
import Grid from '@mui/material/Grid';
import { PlaceField } from '../places/place-field.tsx';
import { CountField } from '../search/count-field.tsx';
import { DayField } from '../search/day-field.tsx';
import { fitParty, isFullParty, mostTravelers } from '../search/party-search.ts';
import { useSearchForm } from '../search/use-search-form.ts';
import type { FlightsSearch } from './flights-search.ts';

/** What of a search the form holds; filters belong to the results. */
type FlightsDraft = Pick<FlightsSearch, 'from' | 'to' | 'date' | 'return' | 'adults' | 'children'>;

type Problems = Partial<Record<'from' | 'to' | 'date' | 'return', string>>;

function problemsOf({ from, to, date, return: back }: FlightsDraft): Problems {
  return {
    ...(from === undefined && { from: 'Choose where to start from the list.' }),
    ...(to === undefined && { to: 'Choose where to go from the list.' }),
    ...(from !== undefined && from === to && { to: 'Choose another place than the start.' }),
    ...(isPast(date) && { date: pastDaySentence }),
    ...(back !== undefined && date !== undefined && back < date && { return: 'Choose a day after the departure.' }),
  };
}

type FlightsFormProps = Readonly<{ initial: FlightsDraft; onSearch: (draft: FlightsDraft) => void }>;

/** Where, when, and who. */
export function FlightsForm({ initial, onSearch }: FlightsFormProps) {
  const { from, to, date, return: back, adults, children } = initial;
  const said = { from, to, date, return: back, adults, children };
  const { draft, problems, change, submit } = useSearchForm({ said, problemsOf, onSearch });
  return (
    <Grid container spacing={1.5} component="form" role="search" aria-label="Flights" onSubmit={submit} noValidate>
      <Grid size={{ xs: 12, sm: 6, lg: 2.25 }}>
        <PlaceField label="From" value={draft.from} error={problems.from} onChange={(from) => change({ from })} />
      </Grid>
      <Grid size={{ xs: 12, sm: 6, lg: 2.25 }}>
        <PlaceField label="To" value={draft.to} error={problems.to} onChange={(to) => change({ to })} />
      </Grid>
      <Grid size={{ xs: 12, sm: 3, lg: 1.875 }}>
        <DayField
          label="Depart"
          value={draft.date}
          earliest={today()}
          error={problems.date}
          onChange={(date) => change({ date })}
        />
      </Grid>
      <Grid size={{ xs: 12, sm: 3, lg: 1.875 }}>
        <DayField
          label="Return"
          value={draft.return}
          earliest={draft.date ?? today()}
          error={problems.return}
          onChange={(back) => change({ return: back })}
        />
      </Grid>
      <Grid size={{ xs: 6, sm: 3, lg: 1 }}>
        <CountField
          label="Adults"
          value={draft.adults}
          range={[1, 9]}
          onChange={(adults) => change(fitParty({ ...draft, adults }))}
        />
      </Grid>
      <Grid size={{ xs: 6, sm: 3, lg: 1 }}>
        <CountField
          label="Children"
          value={draft.children}
          range={[0, mostTravelers - draft.adults]}
          note={isFullParty(draft) ? 'Nine travelers at most' : undefined}
          onChange={(children) => change({ children })}
        />
      </Grid>
      <Grid size={{ xs: 12, lg: 1.75 }}>
        <Button type="submit" variant="contained" size="large" fullWidth sx={{ px: 1, py: 0.5, whiteSpace: 'nowrap' }}>
          Search flights
        </Button>
      </Grid>
    </Grid>
  );
}
