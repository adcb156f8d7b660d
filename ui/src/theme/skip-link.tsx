import Box from '@mui/material/Box';

/** The first stop of the keyboard: past everything that all pages have. Shown while it has the focus. */
export const SkipLink = () => (
  <Box
    component="a"
    href="#content"
    sx={{
      position: 'absolute',
      left: 8,
      top: -80,
      p: 1.5,
      zIndex: 'tooltip',
      bgcolor: 'background.paper',
      color: 'text.primary',
      '&:focus': { top: 8 },
    }}
  >
    Skip to the content
  </Box>
);
