import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import ListItemButton from '@mui/material/ListItemButton';
import { createLink } from '@tanstack/react-router';

/** Links that look like text, buttons and entries of the menu. Each is a real anchor, and is checked by the compiler. */
export const TextLink = createLink(MuiLink);
export const ButtonLink = createLink(Button);
export const MenuLink = createLink(ListItemButton);

/** The way out of the portal: the travelers' app is at the root of this server. */
export const TravelersLink = () => <MuiLink href="/">Meridian for travelers</MuiLink>;
