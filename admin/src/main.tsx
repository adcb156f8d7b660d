import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { openPage } from './app/open-page.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no element "page".');
createRoot(root).render(
  <StrictMode>
    <App page={openPage()} />
  </StrictMode>,
);
