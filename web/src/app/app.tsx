import type { Ground } from '@meridian/ui/page/ground';
import { GroundProvider } from '@meridian/ui/page/ground-provider.tsx';
import { RouterProvider } from '@tanstack/react-router';
import type { AppRouter } from './router.tsx';

/** The traveler's app. */
export const App = ({ ground, router }: Readonly<{ ground: Ground; router: AppRouter }>) => (
  <GroundProvider ground={ground}>
    <RouterProvider router={router} />
  </GroundProvider>
);
