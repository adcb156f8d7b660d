import { ApolloProvider } from '@apollo/client/react';
import { LiveProvider } from '@meridian/ui/live/live-context.tsx';
import { SessionProvider } from '@meridian/ui/session/session-context.tsx';
import { PageFrame } from '@meridian/ui/theme/page-frame.tsx';
import { ServerClockProvider } from '@meridian/ui/time/server-clock-context.tsx';
import { RouterProvider } from '@tanstack/react-router';
import type { Page } from './open-page.ts';

/** The operators' app. */
export const App = ({ page }: Readonly<{ page: Page }>) => (
  <PageFrame>
    <SessionProvider session={page.session}>
      <ApolloProvider client={page.client}>
        <ServerClockProvider clock={page.clock}>
          <LiveProvider socket={page.socket}>
            <RouterProvider router={page.router} />
          </LiveProvider>
        </ServerClockProvider>
      </ApolloProvider>
    </SessionProvider>
  </PageFrame>
);
