import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

type BookingColumnsProps = Readonly<{
  /** The page's heading, and what belongs to it: it comes before everything else. */
  heading?: ReactNode;
  aside: ReactNode;
  children: ReactNode;
}>;

/** A form, and beside it what it is about; on a phone what it is about comes first, below the page's heading. */
export const BookingColumns = ({ heading, aside, children }: BookingColumnsProps) => (
  <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 360px' } }}>
    {heading !== undefined && (
      <Stack spacing={2} sx={{ gridColumn: '1 / -1' }}>
        {heading}
      </Stack>
    )}
    <Stack spacing={2} sx={{ order: { xs: 2, md: 1 } }}>
      {children}
    </Stack>
    <Box component="aside" aria-label="Your booking" sx={{ order: { xs: 1, md: 2 } }}>
      {aside}
    </Box>
  </Box>
);
