import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { lazy, Suspense, useState } from 'react';
import type { PictureFragment } from '../../generated/features/listing/listing.ts';
import { Picture } from './picture.tsx';

/** Only for who wants to see more of it. */
const PictureDialog = lazy(() => import('./picture-dialog.tsx').then((module) => ({ default: module.PictureDialog })));

/** As many have a place of their own on a wide screen. */
const mostPictures = 5;

/** One after the other, each as wide as the screen, on a phone; else the first one large and the next ones beside it. */
const side = {
  display: { xs: 'flex', sm: 'grid' },
  gap: 1,
  gridTemplateColumns: { sm: '2fr 1fr 1fr' },
  overflowX: { xs: 'auto', sm: 'visible' },
  scrollSnapType: { xs: 'x mandatory', sm: 'none' },
} as const;

const place = { position: 'relative', display: 'block', flex: '0 0 100%', borderRadius: 2, scrollSnapAlign: 'start' };

/** On a wide screen the pictures fill two rows; what fewer of them leave free goes to the last ones. */
function placeOf(index: number, count: number) {
  const isLarge = index === 0 || count === 2;
  const isWide = index > 0 && (count < 4 || (count === 4 && index === 3));
  return {
    ...place,
    gridRow: { sm: isLarge ? 'span 2' : 'auto' },
    gridColumn: { sm: isWide ? 'span 2' : 'auto' },
    // It fills its place, whatever its own proportions would be.
    ...(count > 1 && { '& > div:first-of-type': { height: { sm: '100%' }, aspectRatio: { sm: 'auto' } } }),
  };
}

/** As high together as a large picture is: they do not wait for the pictures to know it. */
const rows = { gridTemplateRows: { sm: 'repeat(2, minmax(0, 1fr))' }, aspectRatio: { sm: '3 / 1' } };

const Count = ({ children }: Readonly<{ children: string }>) => (
  <Box
    aria-hidden
    sx={{
      display: { sm: 'none' },
      position: 'absolute',
      right: 8,
      bottom: 8,
      px: 1,
      borderRadius: 1,
      bgcolor: '#000c',
      color: '#fff',
    }}
  >
    {children}
  </Box>
);

/** Pictures to swipe through on a phone, and to see at once on a wide screen. Each can be seen large. */
export function Gallery({ images }: Readonly<{ images: readonly PictureFragment[] }>) {
  const [opened, setOpened] = useState<number>();
  const shown = images.slice(0, mostPictures);
  if (shown.length === 0) return null;
  return (
    <>
      <Box component="section" aria-label="Pictures" sx={{ ...side, ...(shown.length > 1 && rows) }}>
        {shown.map((image, index) => (
          <ButtonBase
            key={image.id}
            focusRipple
            aria-label={`Enlarge picture ${index + 1} of ${shown.length}: ${image.alt}`}
            onClick={() => setOpened(index)}
            sx={placeOf(index, shown.length)}
          >
            <Picture image={image} isFirst={index === 0} />
            {shown.length > 1 && <Count>{`${index + 1} of ${shown.length}`}</Count>}
          </ButtonBase>
        ))}
      </Box>
      {opened !== undefined && (
        <Suspense>
          <PictureDialog images={shown} first={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}
