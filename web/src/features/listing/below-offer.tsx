import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import { useIsReturn } from '../../app/use-is-return.ts';
import type { MoreOfListingProps } from './more-of-listing.tsx';

const MoreOfListing = lazy(() => import('./more-of-listing.tsx').then((module) => ({ default: module.MoreOfListing })));

const pending = <Skeleton variant="rounded" height={420} aria-hidden />;

/** What stands below the offer of a listing: it is loaded and drawn after the offer. */
export const BelowOffer = (props: MoreOfListingProps) => (
  <Suspense fallback={pending}>
    <InSlices fallback={pending} isAtOnce={useIsReturn()}>
      <MoreOfListing {...props} />
    </InSlices>
  </Suspense>
);
