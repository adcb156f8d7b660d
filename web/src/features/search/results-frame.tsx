import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useId, useState } from 'react';

type ResultsFrameProps = Readonly<{
  title: string;
  /** How many there are, in words; read out when it changes. */
  summary: string;
  /** What a total holds, and whose clock is meant. */
  note: string;
  sort: ReactNode;
  filters: ReactNode;
  children: ReactNode;
}>;

/** On a phone the filters fold away, so that the first results are in sight; they are not drawn before they are unfolded. */
function Filters({ children }: Readonly<{ children: ReactNode }>) {
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'), { noSsr: true });
  const [isOpen, setOpen] = useState(false);
  const content = useId();
  if (isWide) return children;
  return (
    <Paper variant="outlined">
      <ButtonBase
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={content}
        sx={{ width: '100%', minHeight: 48, px: 2, justifyContent: 'space-between', font: 'inherit', fontWeight: 650 }}
      >
        Filters <span aria-hidden>{isOpen ? '▴' : '▾'}</span>
      </ButtonBase>
      <Box id={content} hidden={!isOpen} sx={{ px: 2, pb: 2 }}>
        {isOpen && children}
      </Box>
    </Paper>
  );
}

/** Results of a search: filters beside them, the count and the order above them. */
export const ResultsFrame = ({ title, summary, note, sort, filters, children }: ResultsFrameProps) => (
  <Stack spacing={2}>
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'flex-end' } }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        {/* In one line: it may become longer once the places have names, and moves nothing then. */}
        <Typography variant="h1" noWrap sx={{ fontSize: { xs: '1.35rem', sm: '1.6rem' } }}>
          {title}
        </Typography>
        <Typography role="status" sx={{ color: 'text.secondary' }}>
          {summary}
        </Typography>
        <Typography sx={{ mt: 0.5 }}>{note}</Typography>
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
