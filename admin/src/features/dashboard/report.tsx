import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

type ReportProps = Readonly<{
  title: string;
  /** What its numbers are: unit, and over which time. */
  unit: string;
  children: ReactNode;
}>;

/** A part of the dashboard, with its name and what is counted. */
export const Report = ({ title, unit, children }: ReportProps) => (
  <Paper component="section" aria-label={title} variant="outlined" sx={{ p: 2 }}>
    <Typography variant="h2">{title}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
      {unit}
    </Typography>
    {children}
  </Paper>
);

/** In place of a report that has failed: the others stand. */
export const ReportFailed = ({ height, onRetry }: Readonly<{ height: number; onRetry: () => void }>) => (
  <Stack role="status" spacing={1} sx={{ minHeight: height, alignItems: 'flex-start' }}>
    <Typography sx={{ color: 'text.secondary' }}>This report could not be loaded.</Typography>
    <Button onClick={onRetry}>Try again</Button>
  </Stack>
);

/** In place of a report about nothing. */
export const ReportEmpty = ({ height, children }: Readonly<{ height: number; children: string }>) => (
  <Typography role="status" sx={{ color: 'text.secondary', minHeight: height }}>
    {children}
  </Typography>
);

/** The same numbers to be read: a chart shows their shape only. */
export const AsTable = ({ children }: Readonly<{ children: ReactNode }>) => (
  <details>
    <Typography component="summary" variant="body2" sx={{ cursor: 'pointer', py: 1 }}>
      As a table
    </Typography>
    {children}
  </details>
);
