import { counted } from '@meridian/ui/formats/counted';
import { formatMoney } from '@meridian/ui/formats/money';
import { addDays, today } from '@meridian/ui/time/today';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import type { StayQuery } from '../../generated/features/stays/stay.ts';
import { PriceLines } from '../booking/price-lines.tsx';
import { CountField } from '../search/count-field.tsx';
import { DayField } from '../search/day-field.tsx';
import { chosenRoom, roomsToChoose } from './free-rooms.ts';
import { RoomChoice } from './room-choice.tsx';
import { daysOf, guestsNote, guestsRange, isBackwards, roomsRange, type Visit } from './stays-search.ts';

type StayOfferProps = Readonly<{ stay: NonNullable<StayQuery['stay']>; visit: Visit }>;

const route = getRouteApi('/stays/$id');

function VisitFields({ visit }: Readonly<{ visit: Visit }>) {
  const navigate = route.useNavigate();
  const change = (part: Partial<Visit>) =>
    void navigate({ search: (present) => ({ ...present, ...part }), replace: true, resetScroll: false });
  return (
    <Stack spacing={1.5}>
      <DayField label="Check-in" value={visit.checkIn} earliest={today()} onChange={(checkIn) => change({ checkIn })} />
      <DayField
        label="Check-out"
        value={visit.checkOut}
        earliest={addDays(visit.checkIn ?? today(), 1)}
        error={isBackwards(visit) ? 'Choose a day after the check-in.' : undefined}
        onChange={(checkOut) => change({ checkOut })}
      />
      <CountField
        label="Guests"
        value={visit.guests}
        range={guestsRange}
        note={guestsNote(visit.guests)}
        onChange={(guests) => change({ guests })}
      />
      <CountField label="Rooms" value={visit.rooms} range={roomsRange} onChange={(rooms) => change({ rooms })} />
    </Stack>
  );
}

/** The kinds of room that can be had then, and what the chosen one costs. */
function Rooms({ stay, visit }: StayOfferProps) {
  const navigate = route.useNavigate();
  const rooms = roomsToChoose(stay.offers ?? [], { nights: stay.availability, rooms: visit.rooms });
  const offer = chosenRoom(rooms, visit.room);
  const choose = (room: string) =>
    void navigate({ search: (present) => ({ ...present, room }), replace: true, resetScroll: false });
  return (
    <>
      {rooms.length > 0 && <RoomChoice rooms={rooms} value={offer?.roomType?.id} onChange={choose} />}
      {offer ? (
        <>
          <PriceLines lines={offer.lines} total={offer.total} />
          <ButtonLink to="/book" search={{ offers: [offer.id] }} variant="contained" size="large">
            {offer.instantBook ? 'Book' : 'Ask the owner'}
          </ButtonLink>
        </>
      ) : (
        <Typography role="status">
          Not free on these days for {counted(visit.guests, 'guest')}. It takes {stay.minNights} to {stay.maxNights}{' '}
          nights.
        </Typography>
      )}
    </>
  );
}

/** What the visit costs, or why it cannot be had. */
function Price({ stay, visit }: StayOfferProps) {
  if (daysOf(visit).checkIn === undefined) {
    if (stay.fromPrice === null) return <Typography>Nothing of it can be booked at the moment.</Typography>;
    return <Typography>From {formatMoney(stay.fromPrice)} a night. Choose your days to see the price.</Typography>;
  }
  return <Rooms stay={stay} visit={visit} />;
}

/** When, for how many, at what price. */
export const StayOffer = ({ stay, visit }: StayOfferProps) => (
  <Paper component="section" aria-label="Your visit" variant="outlined" sx={{ p: 2, alignSelf: 'start' }}>
    <Stack spacing={2}>
      <VisitFields visit={visit} />
      <Price stay={stay} visit={visit} />
    </Stack>
  </Paper>
);
