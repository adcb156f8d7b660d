import type { EndpointName } from './endpoints.ts';

/** What GraphiQL remembers, apart for each door: tabs of one schema make no sense in the other. */
export function createStorage(endpoint: EndpointName) {
  const prefix = `meridian:${endpoint}:`;
  const keys = () => Object.keys(window.localStorage).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key: string) => window.localStorage.getItem(prefix + key),
    setItem: (key: string, value: string) => window.localStorage.setItem(prefix + key, value),
    removeItem: (key: string) => window.localStorage.removeItem(prefix + key),
    clear: () => {
      for (const key of keys()) window.localStorage.removeItem(key);
    },
    get length() {
      return keys().length;
    },
  };
}
