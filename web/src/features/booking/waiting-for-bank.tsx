import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';

/** While the bank has not answered: nothing to press, because the payment may have gone through. The page goes on by itself. */
export const WaitingForBank = () => (
  <Paper role="status" variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
    <Stack spacing={2}>
      <Typography variant="h2">The bank has not answered yet</Typography>
      <Typography>
        The payment may have gone through. We ask the bank until we know, and never charge twice. This page goes on by
        itself; you may also leave it and look at your trips later.
      </Typography>
      <LinearProgress aria-label="Waiting for the bank" />
    </Stack>
  </Paper>
);
