import { BusyButton } from '@meridian/ui/forms/busy-button.tsx';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { UserRowFragment } from '../../generated/features/users/users.ts';
import { useMe } from '../account/use-me.ts';
import { type Role, rolesInWords } from './role-labels.ts';

type RolesDialogProps = Readonly<{
  user: UserRowFragment;
  roles: readonly Role[];
  isSending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Says what an account may do from now on before it is so. */
export function RolesDialog({ user, roles, isSending, onConfirm, onClose }: RolesDialogProps) {
  const locksOut = useMe()?.id === user.id && !roles.includes('ADMIN');
  return (
    <Dialog open onClose={onClose} aria-labelledby="roles-title">
      <DialogTitle id="roles-title">Change the roles of {user.profile.displayName}?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          From {rolesInWords(user.roles)} to {rolesInWords(roles) || 'none'}. They count within ten minutes.
        </DialogContentText>
        {locksOut && (
          <Alert severity="warning" sx={{ mt: 2 }}>
            This is your own account. Without the role Admin you cannot take this back.
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Leave as they are</Button>
        <BusyButton variant="contained" isBusy={isSending} onClick={onConfirm}>
          Change roles
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
