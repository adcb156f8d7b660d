import { drawPage } from '@meridian/ui/page/draw-page.tsx';
import { openGround } from '@meridian/ui/page/open-ground';
import { App } from './app/app.tsx';
import { createAppRouter } from './app/router.tsx';
import { typePolicies } from './app/type-policies.ts';

const router = createAppRouter();
await drawPage(<App ground={openGround(typePolicies)} router={router} />, router);
