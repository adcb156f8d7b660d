import type { AnyRouter } from '@tanstack/react-router';

const regionId = 'announcer';

/** Read out by screen readers, unseen by everybody else. It stands outside of what React draws, and is there before it is spoken in. */
function region(): HTMLElement {
  const present = document.getElementById(regionId);
  if (present !== null) return present;
  const made = document.createElement('div');
  made.id = regionId;
  made.setAttribute('role', 'status');
  made.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  document.body.append(made);
  return made;
}

/** Says something to who listens; what was said last is not said again. */
export function announce(text: string): void {
  const spoken = region();
  if (spoken.textContent !== text) spoken.textContent = text;
}

/**
 * Brings the focus to the content of each page that is gone to, and reads its title out, as a browser does when it loads a page: who
 * does not see a page change hears of it. A search that changes in its address is the same page; the page that is opened first is the
 * browser's own to tell of.
 */
export function followPages(router: Pick<AnyRouter, 'subscribe'>): void {
  region();
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation === undefined || !pathChanged) return;
    document.getElementById('content')?.focus({ preventScroll: true });
    announce(document.title);
  });
}
