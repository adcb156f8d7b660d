import Button from '@mui/material/Button';
import CardActionArea from '@mui/material/CardActionArea';
import MuiLink from '@mui/material/Link';
import { createLink } from '@tanstack/react-router';

/** Links that look like text, buttons and cards. Each is a real anchor: it opens in a new tab, and is checked by the compiler. */
export const TextLink = createLink(MuiLink);
export const ButtonLink = createLink(Button);
export const CardLink = createLink(CardActionArea);
