import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/** The look that all pages share. `noSsr`: nothing of it waits for a browser, so nothing is drawn a second time for it. */
export const PageFrame = ({ children }: Readonly<{ children: ReactNode }>) => (
  <ThemeProvider theme={theme} disableTransitionOnChange noSsr>
    <CssBaseline enableColorScheme />
    {children}
  </ThemeProvider>
);
