import { createTheme } from '@mui/material/styles';

/** Both schemes come as CSS variables and follow the device: no script runs before the first paint, and nothing flashes. */
export const theme = createTheme({
  cssVariables: true,
  colorSchemes: {
    light: {
      palette: {
        primary: { main: '#0a5c6b' },
        secondary: { main: '#a8480b' },
        background: { default: '#f5f7f7', paper: '#ffffff' },
        success: { main: '#1b6b3a' },
        warning: { main: '#8a4b00' },
      },
    },
    dark: {
      palette: {
        primary: { main: '#7fd0df' },
        secondary: { main: '#ffb683' },
        background: { default: '#0f1618', paper: '#182125' },
        success: { main: '#7fd49b' },
        error: { main: '#ff8f85' },
      },
    },
  },
  shape: { borderRadius: 12 },
  typography: {
    // The device's own font: nothing is loaded, and nothing moves when it arrives.
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    h1: { fontSize: 'clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem)', fontWeight: 750, letterSpacing: '-0.02em' },
    h2: { fontSize: '1.35rem', fontWeight: 700, letterSpacing: '-0.01em' },
    h3: { fontSize: '1.05rem', fontWeight: 650 },
    button: { textTransform: 'none', fontWeight: 650 },
  },
  components: {
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 44 } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiPaper: { defaultProps: { elevation: 0 } },
    // Its keyframes stand below, once: each field would write them anew, and the browser would style the whole page again.
    MuiInputBase: { defaultProps: { disableInjectingGlobalStyles: true } },
    // Whoever wants no motion gets none.
    MuiCssBaseline: {
      styleOverrides: {
        '@keyframes mui-auto-fill': { from: { display: 'block' } },
        '@keyframes mui-auto-fill-cancel': { from: { display: 'block' } },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { transition: 'none !important', animation: 'none !important' },
        },
      },
    },
    MuiSkeleton: { defaultProps: { animation: 'wave' } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
  },
});
