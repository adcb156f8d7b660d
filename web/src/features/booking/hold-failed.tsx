import { formatLongDay } from '@meridian/ui/formats/local-time';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { ButtonLink } from '../../app/links.tsx';
import type { HoldFailure } from './use-hold.ts';

const SearchAgain = () => (
  <ButtonLink to="/" color="inherit">
    Search again
  </ButtonLink>
);

type HoldFailedProps = Readonly<{ failure: HoldFailure; onReload: () => void }>;

/** Why nothing is held, or not known to be, and the way on. Nothing has been charged in any of these cases. */
export function HoldFailed({ failure, onReload }: HoldFailedProps) {
  const reload = (label: string) => (
    <Button color="inherit" onClick={onReload}>
      {label}
    </Button>
  );
  switch (failure.__typename) {
    case 'SoldOut':
      return (
        <Alert severity="warning" action={<SearchAgain />}>
          <AlertTitle>Somebody was faster</AlertTitle>
          On {formatLongDay(failure.date)} {failure.remaining} of the {failure.wanted} that you need are left.
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
          {failure.message} Press "Hold it" again with the same names: if it went through, it is not held a second time.
        </Alert>
      );
    default:
      return (
        <Alert severity="error" action={failure.retryable ? reload('Try again') : <SearchAgain />}>
          <AlertTitle>It is not held</AlertTitle>
          {failure.message}
        </Alert>
      );
  }
}
