import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import { declinedBecause, triesInWords } from './payment-reasons.ts';

type CardDeclinedProps = Readonly<{
  /** The provider's word for it. */
  reason: string | null;
  /** Said where that word is not known here. */
  otherwise?: string;
  /** How many cards may still be tried; none where the booking is given up. */
  attemptsLeft: number;
}>;

/** That a card was declined, why, and how many may still be tried. */
export const CardDeclined = ({
  reason,
  otherwise = 'The payment did not go through.',
  attemptsLeft,
}: CardDeclinedProps) => (
  <Alert severity="error">
    <AlertTitle>The card was declined</AlertTitle>
    {declinedBecause(reason) ?? otherwise} Nothing was charged. {attemptsLeft > 0 && triesInWords(attemptsLeft)}
  </Alert>
);
