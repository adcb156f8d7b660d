import { styled, type Theme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import { visuallyHidden } from '../theme/visually-hidden.ts';

/** What a column needs to be read, and what is enough for any table, in pixels. */
const columnWidth = 100;
const enough = 720;

/** Below which width a table of so many columns is drawn as cards, in pixels. */
export const narrowBelow = (columns: number): number => Math.min(columns * columnWidth, enough);

/** Room for the titles that stand before the values of a card. */
const titleWidth = '8rem';

const cards = (theme: Theme) =>
  ({
    // Roles stand in the markup: a browser takes the meaning from what is not laid out as a table.
    '&, & tbody, & tr, & td': { display: 'block' },
    '& thead': visuallyHidden,
    '& tbody tr': { padding: '8px 0', borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}` },
    '& tbody tr:last-of-type': { borderBottom: 0 },
    '& td': { border: 0, padding: '4px 16px', textAlign: 'left', overflowWrap: 'anywhere' },
    '& td[data-title]': {
      position: 'relative',
      minHeight: '1.75rem',
      paddingLeft: `calc(${titleWidth} + 16px)`,
      // Whoever hears the table hears the column's title already.
      '&::before': {
        content: ['attr(data-title)', 'attr(data-title) / ""'],
        position: 'absolute',
        left: 16,
        width: `calc(${titleWidth} - 8px)`,
        color: (theme.vars ?? theme).palette.text.secondary,
        fontWeight: 400,
      },
    },
    '& td[data-title]:first-of-type': { fontWeight: 650 },
    '& td[data-title]:empty': { display: 'none' },
  }) as const;

/** A table, each row of which is a card of lines "title, value" where it has less room than `narrowBelow` pixels. */
export const CardsWhereNarrow = styled(Table, { shouldForwardProp: (name) => name !== 'narrowBelow' })<{
  narrowBelow: number;
}>(({ narrowBelow: width, theme }) => ({
  '& th': { fontWeight: 650 },
  '& th, & td': { paddingInline: 12, fontVariantNumeric: 'tabular-nums' },
  [`@container (max-width: ${width - 0.02}px)`]: cards(theme),
}));
