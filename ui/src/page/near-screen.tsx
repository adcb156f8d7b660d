import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How far below the screen something is prepared, in pixels. */
const margin = '200px';

type NearScreenProps = Readonly<{
  /** In pixels, kept free until the content is there. */
  height: number;
  children: ReactNode;
}>;

/** Content that is heavy to load or to draw, and that nobody sees at first: it begins when it comes near the screen. */
export function NearScreen({ height, children }: NearScreenProps) {
  const [isNear, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNear || place.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: margin,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <Box ref={place} sx={{ minHeight: height }}>
      {isNear && children}
    </Box>
  );
}
