import { stillGround } from '@meridian/ui/page/still-ground';
import { createMemoryHistory } from '@tanstack/react-router';
import { renderToString } from 'react-dom/server';
import { App } from './app/app.tsx';
import { createAppRouter } from './app/router.tsx';

/**
 * Draws an address as it looks before anything is known but the address: shell, forms and skeletons, with the styles that they need.
 * Runs at build, in Node.
 */
export async function drawStill(address: string): Promise<string> {
  const ground = stillGround();
  const router = createAppRouter(ground, createMemoryHistory({ initialEntries: [address] }));
  await router.load();
  const failed = router.state.matches.find(({ error }) => error !== undefined);
  if (failed) throw failed.error;
  return renderToString(<App ground={ground} router={router} />);
}
