import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';

type ResultsFrameProps = Readonly<{
  title: string;
  /** How many there are, in words; read out when it changes. */
  summary: string;
  sort: ReactNode;
  filters: ReactNode;
  children: ReactNode;
}>;

/** On a phone the filters fold away, so that the first results are in sight. */
function Filters({ children }: Readonly<{ children: ReactNode }>) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'), { noSsr: true });
  if (isWide) return children;
  return (
    <Accordion
      variant="outlined"
      disableGutters
      slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<span aria-hidden>▾</span>}>
        <Typography sx={{ fontWeight: 650 }}>Filters</Typography>
      </AccordionSummary>
      <AccordionDetails>{children}</AccordionDetails>
    </Accordion>
  );
}

/** Results of a search: filters beside them, the count and the order above them. */
export const ResultsFrame = ({ title, summary, sort, filters, children }: ResultsFrameProps) => (
  <Stack spacing={2}>
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'flex-end' } }}>
      <Box sx={{ flexGrow: 1 }}>
        <Typography variant="h1" sx={{ fontSize: '1.6rem' }}>
          {title}
        </Typography>
        <Typography role="status" sx={{ color: 'text.secondary' }}>
          {summary}
        </Typography>
      </Box>
      {sort}
    </Stack>
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' } }}>
      <Box component="aside" aria-label="Filters">
        <Filters>{filters}</Filters>
      </Box>
      {children}
    </Box>
  </Stack>
);
