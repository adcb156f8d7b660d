import { useQuery } from '@apollo/client/react';
import { MeDocument } from '@meridian/ui/generated/account/account';
import { StillSignedIn } from '@meridian/ui/session/still-signed-in.tsx';
import Avatar from '@mui/material/Avatar';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem, { type MenuItemProps } from '@mui/material/MenuItem';
import { createLink } from '@tanstack/react-router';
import { useState } from 'react';
import { useSignOut } from '../features/account/use-sign-out.ts';

/** A destination in a menu: an anchor, which opens in a new tab as well. */
const MenuLink = createLink((props: MenuItemProps<'a'>) => <MenuItem component="a" {...props} />);

/** What somebody who is signed in reaches from everywhere. */
export function SignedInMenu() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data } = useQuery(MeDocument, { context: { identity: 'required' } });
  const [isStuck, setStuck] = useState(false);
  const signOut = useSignOut();
  const leave = () => {
    setStuck(false);
    signOut().catch(() => setStuck(true));
  };
  const profile = data?.me?.profile;
  return (
    <>
      <IconButton aria-label="Account" aria-haspopup="menu" onClick={({ currentTarget }) => setAnchor(currentTarget)}>
        <Avatar src={profile?.avatarUrl} alt="" sx={{ width: 32, height: 32 }} />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} onClick={() => setAnchor(null)}>
        <MenuItem disabled>{profile?.displayName ?? data?.me?.email ?? ''}</MenuItem>
        <MenuLink to="/trips">My trips</MenuLink>
        <MenuLink to="/watches">Watched prices</MenuLink>
        <MenuLink to="/account">Account</MenuLink>
        <MenuItem onClick={leave}>Sign out</MenuItem>
      </Menu>
      <StillSignedIn isOpen={isStuck} onClose={() => setStuck(false)} />
    </>
  );
}
