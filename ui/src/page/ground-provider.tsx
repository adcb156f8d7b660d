import { ApolloProvider } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { LiveProvider } from '../live/live-context.tsx';
import { SessionProvider } from '../session/session-context.tsx';
import { useStore } from '../state/use-store.ts';
import { PageFrame } from '../theme/page-frame.tsx';
import { ServerClockProvider } from '../time/server-clock-context.tsx';
import type { Ground } from './ground.ts';
import { ProfileReader } from './profile-reader.tsx';

/** Hands the ground to the pages below, in the look that all share. */
export const GroundProvider = ({ ground, children }: Readonly<{ ground: Ground; children: ReactNode }>) => (
  <PageFrame key={useStore(ground.readers)}>
    <SessionProvider session={ground.session}>
      <ApolloProvider client={ground.client}>
        <ServerClockProvider clock={ground.clock}>
          <ProfileReader onOther={ground.drawAnew} />
          <LiveProvider socket={ground.socket}>{children}</LiveProvider>
        </ServerClockProvider>
      </ApolloProvider>
    </SessionProvider>
  </PageFrame>
);
