import type { BrowserContext, WebSocketRoute } from 'playwright-core';

/** The live connections of a browser, which a test can cut and let come back. */
export type CuttableSocket = Readonly<{ cut(): Promise<void>; letBack(): void }>;

/** 1012: the server is restarted. A client is to come back by itself. */
const restarted = 1012;

/** From now on, sockets of this browser lead over the test. To be called before a page is opened. */
export async function makeSocketsCuttable(context: BrowserContext): Promise<CuttableSocket> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await context.routeWebSocket(/\/graphql$/, (socket) => {
    if (isCut) return void socket.close({ code: restarted });
    socket.connectToServer();
    open.add(socket);
  });
  return {
    async cut() {
      isCut = true;
      await Promise.all([...open].map((socket) => socket.close({ code: restarted })));
      open.clear();
    },
    letBack() {
      isCut = false;
    },
  };
}
