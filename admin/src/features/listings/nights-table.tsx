import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { readyRows } from '@meridian/ui/tables/table-rows';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type NightRun, nightRuns } from './night-runs.ts';
import type { Stay } from './stay-form.tsx';

const columns = [
  {
    title: 'Nights',
    render: ({ first, last }: NightRun) =>
      first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`,
  },
  { title: 'How many', isNumber: true, render: ({ count }: NightRun) => count },
  { title: 'A night', isNumber: true, render: ({ price }: NightRun) => (price === null ? '' : formatMoney(price)) },
  { title: 'On sale', render: ({ price }: NightRun) => (price === null ? 'Closed' : 'Yes') },
] as const;

/** What the next nights cost, and which are closed. Closing holds for all rooms; each kind of room costs its part of the price. */
export function NightsTable({ stay }: Readonly<{ stay: Stay }>) {
  const room = stay.roomTypes.find(({ pricePercent }) => pricePercent === 100) ?? stay.roomTypes[0];
  if (room === undefined) return null;
  return (
    <Stack spacing={1}>
      <Typography variant="h2">The next {room.nights.length} nights</Typography>
      {stay.roomTypes.length > 1 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Prices are those of “{room.name}”.
        </Typography>
      )}
      <DataTable
        label="Nights"
        columns={columns}
        rows={readyRows(nightRuns(room.nights))}
        keyOf={({ first }) => first}
        emptyText="No nights are known."
      />
    </Stack>
  );
}
