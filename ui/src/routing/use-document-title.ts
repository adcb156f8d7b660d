import { useEffect } from 'react';
import { announce } from './announcer.ts';

const separator = ' · ';

/** The app's own name is the last part of the title, and all of it while no page has put its name before it. */
const appName = (): string => document.title.split(separator).at(-1) ?? '';

/**
 * Names the page that is shown: in the title of the window, and to who listens. Without a name, for example while what it tells of is
 * still on its way, the title is the app's own.
 */
export function useDocumentTitle(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return;
    document.title = `${name}${separator}${appName()}`;
    announce(document.title);
    return () => {
      document.title = appName();
    };
  }, [name]);
}
