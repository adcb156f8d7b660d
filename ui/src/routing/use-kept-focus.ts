import { useEffect } from 'react';

/** Where what has the focus is taken away with the component, the page's content gets it: it would be nowhere else. */
export function useKeptFocus(): void {
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    },
    [],
  );
}
