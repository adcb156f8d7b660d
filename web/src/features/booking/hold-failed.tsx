import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { SearchAgain } from './again-links.tsx';
import type { HoldFailure } from './hold-outcome.ts';
import { leftInWords } from './left-in-words.ts';
import type { Sought } from './search-again.ts';

type HoldFailedProps = Readonly<{ failure: HoldFailure; sought: readonly Sought[]; onReload: () => void }>;

/** Why nothing is held, or not known to be, and the way on. Nothing has been charged in any of these cases. */
export function HoldFailed({ failure, sought, onReload }: HoldFailedProps) {
  const reload = (label: string) => (
    <Button color="inherit" onClick={onReload}>
      {label}
    </Button>
  );
  const search = (
    <SearchAgain sought={sought} color="inherit">
      Search again
    </SearchAgain>
  );
  switch (failure.__typename) {
    case 'SoldOut':
      return (
        <Alert severity="warning" action={search}>
          <AlertTitle>Somebody was faster</AlertTitle>
          {leftInWords(failure)} Nothing was booked and nothing was charged.
        </Alert>
      );
    case 'OfferExpired':
      return (
        <Alert severity="info" action={reload('Show the price of now')}>
          <AlertTitle>This price has ended</AlertTitle>A price holds for a short time only. See what it costs now, and
          decide anew.
        </Alert>
      );
    case 'IdempotencyInProgress':
    case 'Unanswered':
      return (
        <Alert severity="warning">
          <AlertTitle>We do not know yet whether it is held</AlertTitle>
          {failure.message} Press "Hold and go on" again with the same names: if it went through, it is not held a
          second time.
        </Alert>
      );
    default:
      return (
        <Alert severity="error" action={failure.retryable ? reload('Try again') : search}>
          <AlertTitle>It is not held</AlertTitle>
          {failure.message}
        </Alert>
      );
  }
}
