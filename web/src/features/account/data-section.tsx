import { sentenceOf } from '@meridian/ui/failures/failure-sentence';
import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { AccountSection } from './account-section.tsx';
import type { Progress } from './own-data.ts';
import { useOwnData } from './use-own-data.ts';

const shareOf = ({ collected, total }: Progress): number =>
  total === 0 ? 100 : Math.min(100, (100 * collected) / total);

const Collecting = ({ progress }: Readonly<{ progress: Progress | undefined }>) => (
  <Box sx={{ width: '100%' }}>
    <LinearProgress
      aria-label="Collecting your data"
      {...(progress && { variant: 'determinate', value: shareOf(progress) })}
    />
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {progress ? `${progress.collected} of ${progress.total} entries collected` : 'Your data are being collected.'}
    </Typography>
  </Box>
);

/** All that is kept of the traveler, to take away. */
export function DataSection() {
  const { download, save } = useOwnData();
  return (
    <AccountSection title="Your data">
      <Typography>
        One file with all that Meridian keeps of you: account, devices, bookings, watched prices and alerts. It is JSON,
        which people and programs can read.
      </Typography>
      {download.step === 'failed' && (
        <Alert severity="error">
          {sentenceOf(download.error)} Nothing was saved, so that no part is missing unseen.
        </Alert>
      )}
      <BusyButton variant="outlined" isBusy={download.step === 'collecting'} onClick={() => void save()}>
        Download my data
      </BusyButton>
      {download.step === 'collecting' && <Collecting progress={download.progress} />}
      <Typography role="status">
        {download.step === 'saved' && 'It is saved where your browser keeps what it downloads.'}
      </Typography>
    </AccountSection>
  );
}
