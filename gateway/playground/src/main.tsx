import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Bar } from './bar.tsx';
import { createFetcher, type EndpointName } from './endpoints.ts';
import { exampleTabs } from './examples.ts';
import { createStorage } from './storage.ts';

/** Each door has an editor of its own: another schema, other tabs, and a new connection when the token changes. */
function Playground() {
  const [endpoint, setEndpoint] = useState<EndpointName>('public');
  const [accessToken, setAccessToken] = useState<string>();
  const token = endpoint === 'firstParty' ? accessToken : undefined;
  const fetcher = useMemo(() => createFetcher(endpoint, token), [endpoint, token]);
  const storage = useMemo(() => createStorage(endpoint), [endpoint]);
  return (
    <>
      <Bar endpoint={endpoint} accessToken={accessToken} onEndpoint={setEndpoint} onAccessToken={setAccessToken} />
      <div className="editor">
        {endpoint === 'firstParty' && !token ? (
          <p className="loading">The first party's schema is told to signed-in admins. Sign in above.</p>
        ) : (
          <GraphiQL
            key={`${endpoint} ${token ?? ''}`}
            fetcher={fetcher}
            storage={storage}
            {...(endpoint === 'public' ? { defaultTabs: exampleTabs } : {})}
          />
        )}
      </div>
    </>
  );
}

const root = document.getElementById('playground');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Playground />
    </StrictMode>,
  );
}
