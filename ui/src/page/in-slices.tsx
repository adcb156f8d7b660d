import { type ReactNode, useDeferredValue } from 'react';

type InSlicesProps = Readonly<{
  /** Stands here until the content is drawn for the first time; as high as it. */
  fallback: ReactNode;
  /** Draws all in one piece, for who comes back to where they were. */
  isAtOnce?: boolean;
  children: ReactNode;
}>;

/**
 * Draws much content in short slices the first time, between which the browser answers its user. What arrives from the graph would
 * otherwise be drawn in one piece, and a slow phone would not answer for half a second. Later changes are drawn at once.
 */
export const InSlices = ({ fallback, isAtOnce = false, children }: InSlicesProps): ReactNode =>
  useDeferredValue(true, isAtOnce) ? children : fallback;
