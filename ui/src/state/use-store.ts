import { useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/** The value of a store; the component follows its changes. */
export const useStore = <Value>({ subscribe, get }: Store<Value>): Value => useSyncExternalStore(subscribe, get, get);
