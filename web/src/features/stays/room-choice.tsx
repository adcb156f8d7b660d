import { formatMoney } from '@meridian/ui/formats/money';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { StayOfferFragment } from '../../generated/features/stays/stay.ts';
import type { RoomToChoose } from './free-rooms.ts';
import { roomInWords } from './room-words.ts';

type RoomChoiceProps = Readonly<{
  rooms: readonly RoomToChoose<StayOfferFragment>[];
  /** The kind of room that is chosen, by its id. */
  value: string | undefined;
  onChange: (roomTypeId: string) => void;
}>;

const fewRooms = 5;

const leftInWords = ({ left, isFree }: RoomToChoose<StayOfferFragment>): string => {
  if (!isFree) return ' · not enough left';
  return left !== undefined && left <= fewRooms ? ` · ${left} left` : '';
};

/** The kinds of room that can be had, each with who fits and what the visit costs in it. */
export const RoomChoice = ({ rooms, value, onChange }: RoomChoiceProps) => (
  <FormControl>
    <FormLabel id="room-choice" sx={{ fontWeight: 650 }}>
      Room
    </FormLabel>
    <RadioGroup aria-labelledby="room-choice" value={value ?? ''} onChange={(_event, id) => onChange(id)}>
      {rooms.map((room) => (
        <FormControlLabel
          key={room.offer.id}
          value={room.offer.roomType?.id ?? ''}
          disabled={!room.isFree}
          control={<Radio />}
          label={
            <>
              <Typography component="span" sx={{ fontWeight: 650 }}>
                {room.offer.roomType?.name}, {formatMoney(room.offer.total)}
              </Typography>
              <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                {room.offer.roomType && roomInWords(room.offer.roomType)}
                {leftInWords(room)}
              </Typography>
            </>
          }
        />
      ))}
    </RadioGroup>
  </FormControl>
);
