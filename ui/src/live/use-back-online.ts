import { useEffect, useEffectEvent } from 'react';

/** Calls back when the device has a network again. */
export function useBackOnline(onBack: () => void): void {
  const callBack = useEffectEvent(onBack);
  useEffect(() => {
    const listener = () => callBack();
    addEventListener('online', listener);
    return () => removeEventListener('online', listener);
  }, []);
}
