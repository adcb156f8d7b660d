import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

const swatch = { flex: 'none', width: 24, alignSelf: 'center' } as const;

const Entry = ({ look, children }: Readonly<{ look: object; children: ReactNode }>) => (
  <Typography component="li" variant="body2" sx={{ display: 'flex', gap: 1 }}>
    <Box aria-hidden sx={{ ...swatch, ...look }} />
    <span>{children}</span>
  </Typography>
);

type ChartLegendProps = Readonly<{
  /** What this listing costs now, in words. */
  current: string;
}>;

/** What is what in the chart of prices, in words. */
export const ChartLegend = ({ current }: ChartLegendProps) => (
  <Box sx={{ mt: 1 }}>
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      <Entry look={{ borderTop: '2px dashed', borderColor: 'text.primary' }}>This one now: {current}</Entry>
      <Entry look={{ borderTop: '2px solid', borderColor: 'primary.main' }}>
        Typical of the day: half of the comparable prices are higher
      </Entry>
      <Entry look={{ height: 12, bgcolor: 'primary.main', opacity: 0.16 }}>
        From the lowest to the highest of the day
      </Entry>
    </Box>
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
      Days that are over (UTC). The scale does not begin at zero.
    </Typography>
  </Box>
);
