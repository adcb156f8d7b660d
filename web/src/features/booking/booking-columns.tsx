import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

/** A form, and beside it what it is about; on a phone what it is about comes first. */
export const BookingColumns = ({ aside, children }: Readonly<{ aside: ReactNode; children: ReactNode }>) => (
  <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 360px' } }}>
    <Stack spacing={2} sx={{ order: { xs: 2, md: 1 } }}>
      {children}
    </Stack>
    <Box component="aside" aria-label="Your booking" sx={{ order: { xs: 1, md: 2 } }}>
      {aside}
    </Box>
  </Box>
);
