import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

/** A state that is not content: nothing found, something failed. It says what happened and offers a way on. */
export const Notice = ({
  title,
  children,
  action,
  isUrgent = false,
}: Readonly<{
  title: string;
  children?: ReactNode;
  action?: Readonly<{ label: string; onClick: () => void }> | ReactNode;
  /** Read out at once by a screen reader. */
  isUrgent?: boolean;
}>) => (
  <Paper role={isUrgent ? 'alert' : 'status'} sx={{ p: { xs: 3, sm: 5 }, textAlign: 'center' }}>
    <Stack spacing={1.5} sx={{ alignItems: 'center' }}>
      <Typography variant="h2">{title}</Typography>
      {children && <Typography sx={{ color: 'text.secondary', maxWidth: '52ch' }}>{children}</Typography>}
      {isAction(action) ? (
        <Button variant="contained" onClick={action.onClick}>
          {action.label}
        </Button>
      ) : (
        action
      )}
    </Stack>
  </Paper>
);

const isAction = (action: unknown): action is Readonly<{ label: string; onClick: () => void }> =>
  typeof action === 'object' && action !== null && 'onClick' in action;
