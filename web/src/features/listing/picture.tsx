import Box from '@mui/material/Box';
import type { PictureFragment } from '../../generated/features/listing/listing.ts';

type PictureProps = Readonly<{
  image: PictureFragment | undefined;
  /** Width to height, as CSS writes it; may differ by the width of the screen. */
  ratio?: string | Readonly<{ xs: string; sm: string }>;
  /** The first thing to be seen on the page; others wait until they come near the screen. */
  isFirst?: boolean;
}>;

/** A picture of a listing. Its place is kept before it arrives. */
export const Picture = ({ image, ratio = '3 / 2', isFirst = false }: PictureProps) => (
  <Box sx={{ aspectRatio: ratio, bgcolor: 'action.hover', borderRadius: 2, overflow: 'hidden' }}>
    {image && (
      <Box
        component="img"
        src={image.url}
        alt={image.alt}
        width={image.width}
        height={image.height}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        decoding="async"
        sx={{ width: '100%', height: '100%', objectFit: 'cover', display: 'block' }}
      />
    )}
  </Box>
);
