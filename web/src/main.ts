import { nextTask } from '@meridian/ui/page/next-task';
import { openGround } from '@meridian/ui/page/open-ground';
import { createAppRouter } from './app/router.tsx';
import { typePolicies } from './app/type-policies.ts';
import { forgetAttemptsAtSignOut } from './features/booking/forget-attempts.ts';

/**
 * Opens the app and begins to load its address. It needs nothing that draws: the first request leaves while that code, the larger half, is
 * still on its way.
 */
async function open() {
  await nextTask();
  const ground = openGround(typePolicies);
  forgetAttemptsAtSignOut(ground.session);
  await nextTask();
  const router = createAppRouter(ground);
  await nextTask();
  return { ground, router, loaded: router.load() };
}

/** Not awaited at the top: pages that are loaded meanwhile stand on this module's own file, and would wait for it as it waits for them. */
export const opening = open();
