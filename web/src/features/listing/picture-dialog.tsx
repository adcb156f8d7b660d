import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogTitle from '@mui/material/DialogTitle';
import { type KeyboardEvent, useState } from 'react';
import type { PictureFragment } from '../../generated/features/listing/listing.ts';

type PictureDialogProps = Readonly<{
  images: readonly PictureFragment[];
  /** The index of the one that is seen first. */
  first: number;
  onClose: () => void;
}>;

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** One picture as large as the window, and the way to the others, by button or arrow key. */
export function PictureDialog({ images, first, onClose }: PictureDialogProps) {
  const [index, setIndex] = useState(first);
  const image = images[index];
  const go = (step: number) => setIndex((present) => (present + step + images.length) % images.length);
  const press = ({ key }: KeyboardEvent) => go(steps[key] ?? 0);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="lg" aria-labelledby="picture-title" onKeyDown={press}>
      <DialogTitle id="picture-title">
        <span role="status">
          Picture {index + 1} of {images.length}
        </span>
      </DialogTitle>
      {image && (
        <Box
          component="img"
          key={image.id}
          src={image.url}
          alt={image.alt}
          width={image.width}
          height={image.height}
          sx={{ width: '100%', height: '70vh', objectFit: 'contain' }}
        />
      )}
      <DialogActions>
        {images.length > 1 && (
          <>
            <Button onClick={() => go(-1)}>Previous</Button>
            <Button onClick={() => go(1)}>Next</Button>
          </>
        )}
        <Button onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
