import Box from '@mui/material/Box';
import { type ReactNode, useState } from 'react';
import { useNearScreen } from './use-near-screen.ts';

/** How far from the screen something is prepared. */
const marginInPixels = 200;

type NearScreenProps = Readonly<{
  /** In pixels, kept free until the content is there. */
  height: number;
  children: ReactNode;
}>;

/** Content that is heavy to load or to draw, and that nobody sees at first: it begins when it comes near the screen. */
export function NearScreen({ height, children }: NearScreenProps) {
  const [isNear, setNear] = useState(false);
  const place = useNearScreen(() => setNear(true), { isActive: !isNear, marginInPixels });
  return (
    <Box ref={place} sx={{ minHeight: height }}>
      {isNear && children}
    </Box>
  );
}
