import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { PictureFragment } from '../../generated/features/listing/listing.ts';
import { Picture } from './picture.tsx';

type PicturedRowProps = Readonly<{ image: PictureFragment | undefined; isFirst: boolean; children: ReactNode }>;

/** A listing among the results: its picture and, beside it, what there is to say. On a phone the picture is small, so that several fit. */
export const PicturedRow = ({ image, isFirst, children }: PicturedRowProps) => (
  <Box
    sx={{
      display: 'grid',
      gap: 2,
      gridTemplateColumns: { xs: '104px minmax(0, 1fr)', sm: '200px minmax(0, 1fr)' },
      alignItems: 'start',
    }}
  >
    <Picture image={image} ratio={{ xs: '1 / 1', sm: '3 / 2' }} isFirst={isFirst} />
    <Box>{children}</Box>
  </Box>
);
