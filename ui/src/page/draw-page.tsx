import { type ReactNode, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Draws an app into `index.html`, in place of what the build has drawn there, once its first address is loaded. It is drawn in short
 * slices, between which the browser answers its user.
 */
export async function drawPage(app: ReactNode, router: Readonly<{ load(): Promise<void> }>): Promise<void> {
  const element = document.getElementById('page');
  if (element === null) throw new Error('index.html has no element "page".');
  await router.load();
  startTransition(() => createRoot(element).render(<StrictMode>{app}</StrictMode>));
}
