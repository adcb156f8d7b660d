import Box from '@mui/material/Box';
import Button, { type ButtonProps } from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import type { MouseEvent } from 'react';

type BusyButtonProps = ButtonProps & Readonly<{ isBusy: boolean }>;

/**
 * A button whose work takes a moment, during which pressing it does nothing. It is not disabled meanwhile: that would take the focus away
 * from who has pressed it.
 */
export function BusyButton({ isBusy, onClick, children, ...button }: BusyButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBusy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button {...button} aria-disabled={isBusy} onClick={press}>
      <Box component="span" sx={{ opacity: isBusy ? 0 : 1 }}>
        {children}
      </Box>
      {isBusy && <CircularProgress color="inherit" size={16} aria-hidden sx={{ position: 'absolute' }} />}
    </Button>
  );
}
