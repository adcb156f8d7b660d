import type { Store } from '../state/store.ts';

function followNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** Whether this device has a network at all. A page that is drawn without a browser has one. */
export const network: Store<boolean> = {
  subscribe: followNetwork,
  get: () => typeof window === 'undefined' || navigator.onLine,
};
