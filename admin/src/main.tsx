import { drawPage } from '@meridian/ui/page/draw-page.tsx';
import { openGround } from '@meridian/ui/page/open-ground';
import { App } from './app/app.tsx';
import { createAppRouter } from './app/router.tsx';
import { typePolicies } from './app/type-policies.ts';

const router = createAppRouter();
// Not awaited at the top: pages that are loaded meanwhile stand on this module's own file, and would wait for it as it waits for them.
void drawPage(<App ground={openGround(typePolicies)} router={router} />, { router, loaded: router.load() });
