import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/** The look that all pages share. */
export const PageFrame = ({ children }: Readonly<{ children: ReactNode }>) => (
  <ThemeProvider theme={theme} disableTransitionOnChange>
    <CssBaseline enableColorScheme />
    {children}
  </ThemeProvider>
);
