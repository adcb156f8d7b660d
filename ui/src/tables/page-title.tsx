import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { formatCount } from '../formats/numbers.ts';
import { useDocumentTitle } from '../routing/use-document-title.ts';

type PageTitleProps = Readonly<{
  title: string;
  /** How many there are. */
  count?: number | undefined;
  children?: ReactNode;
}>;

/** A page's name, here and in the window's title, with its filters beside it. */
export function PageTitle({ title, count, children }: PageTitleProps) {
  useDocumentTitle(title);
  return (
    <Stack
      direction={{ xs: 'column', sm: 'row' }}
      spacing={2}
      useFlexGap
      sx={{ alignItems: { sm: 'center' }, flexWrap: { sm: 'wrap' } }}
    >
      <Typography variant="h1" sx={{ fontSize: '1.6rem', flexGrow: 1 }}>
        {title}
        {count !== undefined && ` (${formatCount(count)})`}
      </Typography>
      {children}
    </Stack>
  );
}
