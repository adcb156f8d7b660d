import { useMutation } from '@apollo/client/react';
import { useChange } from '@meridian/ui/forms/use-change';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { SetUserRolesDocument, type UserRowFragment } from '../../generated/features/users/users.ts';
import { roleLabels } from './role-labels.ts';

type Role = keyof typeof roleLabels;

/** The roles of an account. They change at once; what the graph refuses is told below. */
export function RolesField({ user }: Readonly<{ user: UserRowFragment }>) {
  const [setRoles] = useMutation(SetUserRolesDocument, { context: { identity: 'required' } });
  const { send, isSending, problem } = useChange();
  const change = (roles: Role[]) => {
    const input = { userId: user.id, roles };
    void send(async () => (await setRoles({ variables: { input } })).data?.setUserRoles);
  };
  return (
    <>
      <TextField
        select
        label={`Roles of ${user.profile.displayName}`}
        hiddenLabel
        value={user.roles}
        disabled={isSending}
        onChange={({ target }) => change(target.value as unknown as Role[])}
        slotProps={{
          select: {
            multiple: true,
            renderValue: (chosen) => (chosen as Role[]).map((role) => roleLabels[role]).join(', '),
          },
          htmlInput: { 'aria-label': `Roles of ${user.profile.displayName}` },
        }}
        sx={{ minWidth: 220 }}
      >
        {(Object.keys(roleLabels) as Role[]).map((role) => (
          <MenuItem key={role} value={role}>
            {roleLabels[role]}
          </MenuItem>
        ))}
      </TextField>
      {problem && <FormHelperText error>{problem}</FormHelperText>}
    </>
  );
}
