import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from '../state/use-store.ts';
import type { ConnectionState, LiveSocket } from './create-socket.ts';

const LiveContext = createContext<LiveSocket | undefined>(undefined);

/** Hands the live connection to the pages below. */
export const LiveProvider = ({ socket, children }: Readonly<{ socket: LiveSocket; children: ReactNode }>) => (
  <LiveContext value={socket}>{children}</LiveContext>
);

/** The live connection of this page. */
export function useLiveSocket(): LiveSocket {
  const socket = useContext(LiveContext);
  if (socket === undefined) throw new Error('A component asks for the live connection outside of LiveProvider.');
  return socket;
}

/** How the live connection stands; the component follows its changes. */
export function useConnectionState(): ConnectionState {
  return useStore(useLiveSocket().connection);
}
