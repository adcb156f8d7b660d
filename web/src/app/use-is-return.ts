import { useElementScrollRestoration } from '@tanstack/react-router';

/**
 * Whether the reader comes back to a page that they had scrolled. Such a page is drawn at once as far as it is known: where they were
 * would otherwise lie beyond its end.
 */
export const useIsReturn = (): boolean =>
  useElementScrollRestoration({ getElement: () => (typeof window === 'undefined' ? null : window) }) !== undefined;
