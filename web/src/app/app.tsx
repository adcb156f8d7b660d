import { PageFailure } from '@meridian/ui/feedback/page-failure.tsx';
import type { Ground } from '@meridian/ui/page/ground';
import { GroundProvider } from '@meridian/ui/page/ground-provider.tsx';
import { RouterProvider } from '@tanstack/react-router';
import { NotFoundPage } from './not-found-page.tsx';
import type { AppRouter } from './router.tsx';

/** The traveler's app. */
export const App = ({ ground, router }: Readonly<{ ground: Ground; router: AppRouter }>) => (
  <GroundProvider ground={ground}>
    <RouterProvider router={router} defaultErrorComponent={PageFailure} defaultNotFoundComponent={NotFoundPage} />
  </GroundProvider>
);
