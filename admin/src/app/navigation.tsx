import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { OpenRequests } from '../features/requests/open-requests.tsx';
import { MenuLink } from './links.tsx';
import type { Section } from './sections.ts';

/** On a phone the sections lie in a row that is wider than the screen: the one that is open is brought into view. */
function useOpenInView() {
  const row = useRef<HTMLUListElement>(null);
  const path: string = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another entry
  useEffect(() => {
    const list = row.current;
    const open = list?.querySelector<HTMLElement>('[aria-current="page"]')?.parentElement;
    if (list && open) list.scrollLeft = open.offsetLeft - list.offsetLeft - (list.clientWidth - open.clientWidth) / 2;
  }, [path]);
  return row;
}

/** The sections that are open to the caller. */
export const Navigation = ({ open }: Readonly<{ open: readonly Section[] }>) => (
  <Box component="nav" aria-label="Sections">
    <List ref={useOpenInView()} sx={{ display: { xs: 'flex', md: 'block' }, overflowX: 'auto', p: 1 }}>
      {open.map(({ to, label }) => (
        <ListItem key={to} disablePadding sx={{ flexShrink: 0, width: { xs: 'auto', md: '100%' } }}>
          <MenuLink
            to={to}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ selected: true }}
            sx={{ borderRadius: 2 }}
          >
            <ListItemText primary={label} sx={{ whiteSpace: 'nowrap' }} />
            {to === '/requests' && <OpenRequests />}
          </MenuLink>
        </ListItem>
      ))}
    </List>
  </Box>
);
