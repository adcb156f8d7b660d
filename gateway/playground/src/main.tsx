import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Bar } from './bar.tsx';
import { createCarriedValues } from './carried-values.ts';
import { carrying, createFetcher, type EndpointName } from './endpoints.ts';
import { exampleTabs } from './examples.ts';
import { readSchema, type ToldSchema } from './schema.ts';
import type { Session } from './session.ts';
import { createStorage } from './storage.ts';

/** Why the editor neither completes nor explains. */
const withoutSchema: Readonly<Record<EndpointName, string>> = {
  public: 'The schema could not be read. Reload the page to try again.',
  signedIn:
    "The whole graph's schema is told to admins only. Everything here runs without it; the public contract has its own.",
};

type EditorProps = Readonly<{ endpoint: EndpointName; session: Session | undefined }>;

/** The editor of one door. Only admins are told the first party's schema; everybody else runs what he may without it. */
function Editor({ endpoint, session }: EditorProps) {
  const fetcher = useMemo(() => createFetcher(endpoint, session), [endpoint, session]);
  const carryingFetcher = useMemo(
    () =>
      carrying(
        fetcher,
        createCarriedValues(() => crypto.randomUUID()),
      ),
    [fetcher],
  );
  const storage = useMemo(() => createStorage(endpoint), [endpoint]);
  const [schema, setSchema] = useState<ToldSchema>();
  useEffect(() => {
    let isWanted = true;
    void readSchema(fetcher, session).then((told) => {
      if (isWanted) setSchema(told);
    });
    return () => {
      isWanted = false;
    };
  }, [fetcher, session]);
  if (schema === undefined) return <p className="loading">The schema is loading…</p>;
  return (
    <>
      {schema === null ? <p className="note">{withoutSchema[endpoint]}</p> : null}
      <GraphiQL fetcher={carryingFetcher} storage={storage} schema={schema} defaultTabs={exampleTabs[endpoint]} />
    </>
  );
}

/** Each door has an editor of its own: another schema, other tabs, and a new connection for another person. */
function Playground() {
  const [endpoint, setEndpoint] = useState<EndpointName>('public');
  const [session, setSession] = useState<Session>();
  const needsSession = endpoint === 'signedIn' && !session;
  return (
    <>
      <Bar endpoint={endpoint} session={session} onEndpoint={setEndpoint} onSession={setSession} />
      <div className="editor">
        {needsSession ? (
          <p className="loading">Sign in or sign up above to book, to watch prices and to hear of them.</p>
        ) : (
          <Editor key={endpoint} endpoint={endpoint} session={endpoint === 'signedIn' ? session : undefined} />
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
