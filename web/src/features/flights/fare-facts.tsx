import { formatMoney } from '@meridian/ui/formats/money';
import Typography from '@mui/material/Typography';
import { cancellationInWords } from '../listing/cancellation.ts';
import type { Fare } from './seats-left.ts';

const seatsInWords = (seats: number): string => (seats === 1 ? '1 seat left' : `${seats} seats left`);

const bagsInWords = (bags: number): string =>
  bags === 0 ? 'hand luggage only' : bags === 1 ? '1 bag' : `${bags} bags`;

type FareFactsProps = Readonly<{ fare: Fare; seatsLeft: number; travelers: number }>;

/** What a fare costs and what it holds. */
export const FareFacts = ({ fare, seatsLeft, travelers }: FareFactsProps) => (
  <>
    <Typography sx={{ fontSize: '1.3rem', fontWeight: 750 }}>{formatMoney(fare.total)}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      per traveler, all fees
    </Typography>
    <Typography variant="body2" sx={{ mt: 1 }}>
      {bagsInWords(fare.checkedBags)}, {fare.changeable ? 'date can be changed' : 'no changes'}
    </Typography>
    <Typography variant="body2">{cancellationInWords(fare.cancellationPolicy)}</Typography>
    <Typography variant="body2" sx={{ mt: 1, fontWeight: 650 }}>
      {seatsLeft < travelers ? 'Not enough seats left' : seatsInWords(seatsLeft)}
    </Typography>
  </>
);
