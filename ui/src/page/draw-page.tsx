import type { AnyRouter } from '@tanstack/react-router';
import { type ReactNode, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { followPages } from '../routing/announcer.ts';

type Drawn = Readonly<{
  router: Pick<AnyRouter, 'subscribe'>;
  /** Once the address is loaded, or has failed to load. */
  loaded: Promise<unknown>;
}>;

/**
 * Draws an app into `index.html`, in place of what the build has drawn there, once its first address is loaded. It is drawn in short
 * slices, between which the browser answers its user.
 */
export async function drawPage(app: ReactNode, { router, loaded }: Drawn): Promise<void> {
  const element = document.getElementById('page');
  if (element === null) throw new Error('index.html has no element "page".');
  followPages(router);
  await loaded;
  startTransition(() => createRoot(element).render(<StrictMode>{app}</StrictMode>));
}
