import { drawPage } from '@meridian/ui/page/draw-page.tsx';
import { App } from './app/app.tsx';
import { opening } from './main.ts';
// What many addresses begin with comes with this script, not after it.
import './app/shell.tsx';
import './features/account/signed-in-only.tsx';
import './features/home/home-page.tsx';

/** Draws what `main.ts` opens. The second script of `index.html`. */
async function draw(): Promise<void> {
  const { ground, router, loaded } = await opening;
  await drawPage(<App ground={ground} router={router} />, { router, loaded });
}

void draw();
