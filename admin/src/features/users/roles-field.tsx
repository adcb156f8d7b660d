import { useMutation } from '@apollo/client/react';
import { useChange } from '@meridian/ui/forms/use-change';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { SetUserRolesDocument, type UserRowFragment } from '../../generated/features/users/users.ts';
import { type Role, roleLabels, rolesFrom, rolesInWords } from './role-labels.ts';
import { RolesDialog } from './roles-dialog.tsx';

const isSame = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

/** The roles of an account. What is chosen counts once it is confirmed; what the graph refuses is told below. */
export function RolesField({ user }: Readonly<{ user: UserRowFragment }>) {
  const [setRoles] = useMutation(SetUserRolesDocument, { context: { identity: 'required' } });
  const { send, isSending, problem } = useChange();
  const [chosen, setChosen] = useState<readonly Role[]>(user.roles);
  const [isAsking, setAsking] = useState(false);
  const leave = () => {
    setChosen(user.roles);
    setAsking(false);
  };
  const change = async () => {
    const input = { userId: user.id, roles: [...chosen] };
    const isDone = await send(async () => (await setRoles({ variables: { input } })).data?.setUserRoles);
    setAsking(false);
    if (!isDone) setChosen(user.roles);
  };
  return (
    <>
      <TextField
        select
        label={`Roles of ${user.profile.displayName}`}
        hiddenLabel
        value={[...chosen]}
        disabled={isSending}
        onChange={({ target }) => setChosen(rolesFrom(target.value))}
        slotProps={{
          select: {
            multiple: true,
            renderValue: (roles) => rolesInWords(rolesFrom(roles)),
            onClose: () => setAsking(!isSame(chosen, user.roles)),
            onOpen: () => setChosen(user.roles),
          },
          htmlInput: { 'aria-label': `Roles of ${user.profile.displayName}` },
        }}
        sx={{ width: 220, maxWidth: 1 }}
      >
        {(Object.keys(roleLabels) as Role[]).map((role) => (
          <MenuItem key={role} value={role}>
            {roleLabels[role]}
          </MenuItem>
        ))}
      </TextField>
      {isAsking && (
        <RolesDialog user={user} roles={chosen} isSending={isSending} onConfirm={() => void change()} onClose={leave} />
      )}
      {problem && <FormHelperText error>{problem}</FormHelperText>}
    </>
  );
}
