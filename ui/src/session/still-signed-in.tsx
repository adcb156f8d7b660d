import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';

/** Says that signing out did not happen: on a device that others use too, that must not go unnoticed. */
export const StillSignedIn = ({ isOpen, onClose }: Readonly<{ isOpen: boolean; onClose: () => void }>) => (
  <Snackbar open={isOpen} anchorOrigin={{ vertical: 'top', horizontal: 'center' }}>
    <Alert severity="error" variant="filled" onClose={onClose}>
      You are still signed in: the server could not be reached. Try again when you are online.
    </Alert>
  </Snackbar>
);
