import { drawPage } from '@meridian/ui/page/draw-page.tsx';
import { nextTask } from '@meridian/ui/page/next-task';
import { openGround } from '@meridian/ui/page/open-ground';
import { App } from './app/app.tsx';
import { createAppRouter } from './app/router.tsx';
import { typePolicies } from './app/type-policies.ts';
import { forgetAttemptsAtSignOut } from './features/booking/forget-attempts.ts';

/** Not awaited at the top: pages that are loaded meanwhile stand on this module's own file, and would wait for it as it waits for them. */
async function open(): Promise<void> {
  await nextTask();
  const ground = openGround(typePolicies);
  forgetAttemptsAtSignOut(ground.session);
  await nextTask();
  const router = createAppRouter(ground);
  await drawPage(<App ground={ground} router={router} />, router);
}

void open();
