import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { CarsForm } from '../cars/cars-form.tsx';
import { carsSearch } from '../cars/cars-search.ts';
import { FlightsForm } from '../flights/flights-form.tsx';
import { flightsSearch } from '../flights/flights-search.ts';
import { StaysForm } from '../stays/stays-form.tsx';
import { staysSearch } from '../stays/stays-search.ts';
import { PendingDeals } from './deal-grid.tsx';
import { type Kind, KindChoice } from './kind-choice.tsx';

/** Not part of what stands first. */
const BestDeals = lazy(() => import('./best-deals.tsx').then((module) => ({ default: module.BestDeals })));

function SearchForm({ kind }: Readonly<{ kind: Kind }>) {
  const navigate = useNavigate();
  switch (kind) {
    case 'Flights':
      return (
        <FlightsForm
          initial={flightsSearch.parse({})}
          onSearch={(search) => void navigate({ to: '/flights', search })}
        />
      );
    case 'Stays':
      return (
        <StaysForm initial={staysSearch.parse({})} onSearch={(search) => void navigate({ to: '/stays', search })} />
      );
    case 'Cars':
      return <CarsForm initial={carsSearch.parse({})} onSearch={(search) => void navigate({ to: '/cars', search })} />;
  }
}

/** Where a trip begins. */
export function HomePage() {
  const [kind, setKind] = useState<Kind>('Flights');
  return (
    <Box>
      <Typography variant="h1" sx={{ mt: { xs: 1, md: 4 } }}>
        Where next?
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1, mb: 3, fontSize: '1.1rem' }}>
        Flights, stays and cars with every fee in the price. Watch a price, and hear of it the moment it falls.
      </Typography>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
        <KindChoice value={kind} onChange={setKind} />
        <SearchForm kind={kind} />
      </Paper>
      <Suspense fallback={<PendingDeals />}>
        <BestDeals />
      </Suspense>
    </Box>
  );
}
