import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { TextLink } from '../../app/links.tsx';
import { PendingRows } from '../search/pending-rows.tsx';

/** How many deals the start page shows. */
export const shownDeals = 6;

/** All tiles are as high as each other, so that nothing moves when they arrive. */
const tileHeight = 128;

/** A heading and a grid of tiles, which may be on their way. */
export const DealGrid = ({ children }: Readonly<{ children: ReactNode }>) => (
  <Box component="section" aria-labelledby="best-deals" sx={{ mt: 5 }}>
    <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2, mb: 1.5 }}>
      <Typography id="best-deals" variant="h2">
        Best deals
      </Typography>
      <TextLink to="/deals">All deals</TextLink>
    </Box>
    <Box
      component="ul"
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
        gridAutoRows: tileHeight,
        listStyle: 'none',
        p: 0,
        m: 0,
      }}
    >
      {children}
    </Box>
  </Box>
);

/** The grid while its tiles are on their way. */
export const PendingDeals = () => (
  <DealGrid>
    <PendingRows count={shownDeals} height={tileHeight} />
  </DealGrid>
);
