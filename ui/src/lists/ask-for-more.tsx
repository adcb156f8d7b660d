import Alert from '@mui/material/Alert';
import type { ButtonProps } from '@mui/material/Button';
import { sentenceOf } from '../failures/failure-sentence.ts';
import { BusyButton } from '../forms/busy-button.tsx';

type AskForMoreProps = Readonly<{
  ask: () => void;
  isBusy: boolean;
  /** Why the last ones did not come. */
  error: unknown;
  look: Pick<ButtonProps, 'variant' | 'fullWidth'>;
}>;

/** The end of a list that goes on: a button for the rows behind it, and why they did not come. */
export function AskForMore({ ask, isBusy, error, look }: AskForMoreProps) {
  const hasFailed = error !== undefined;
  return (
    <>
      {hasFailed && (
        <Alert severity="error" sx={{ mb: 1.5, textAlign: 'left' }}>
          The next ones could not be loaded. {sentenceOf(error)}
        </Alert>
      )}
      <BusyButton onClick={ask} isBusy={isBusy} {...look}>
        {hasFailed ? 'Try again' : 'Show more'}
      </BusyButton>
    </>
  );
}
