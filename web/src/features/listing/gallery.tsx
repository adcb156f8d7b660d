import Box from '@mui/material/Box';
import type { PictureFragment } from '../../generated/features/listing/listing.ts';
import { Picture } from './picture.tsx';

const mostPictures = 5;

/** The first picture large, the next ones beside it; on a phone they are swiped through. */
export const Gallery = ({ images }: Readonly<{ images: readonly PictureFragment[] }>) => {
  const [first, ...rest] = images.slice(0, mostPictures);
  if (first === undefined) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '2fr 1fr 1fr' } }}>
      <Box sx={{ gridRow: { sm: 'span 2' } }}>
        <Picture image={first} isFirst />
      </Box>
      {rest.map((image) => (
        <Box key={image.id} sx={{ display: { xs: 'none', sm: 'block' } }}>
          <Picture image={image} />
        </Box>
      ))}
    </Box>
  );
};
