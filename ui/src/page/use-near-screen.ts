import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

type NearScreenOptions = Readonly<{
  /** Whether it is still of interest. */
  isActive: boolean;
  /** How far from the screen counts as near, in pixels. */
  marginInPixels: number;
}>;

/** Calls back when the element comes near the screen. */
export function useNearScreen(
  onNear: () => void,
  { isActive, marginInPixels }: NearScreenOptions,
): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const tell = useEffectEvent(onNear);
  useEffect(() => {
    if (!isActive || element.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && tell(), {
      rootMargin: `${marginInPixels}px`,
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isActive, marginInPixels]);
  return element;
}
