import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import type { BookSearch } from './book-search.ts';
import { BookingColumns } from './booking-columns.tsx';
import { HoldFailed } from './hold-failed.tsx';
import type { OfferToBook } from './load-offers.ts';
import { OffersSummary } from './offers-summary.tsx';
import { TravelersForm } from './travelers-form.tsx';
import { useDraft } from './use-draft.ts';
import { useHold } from './use-hold.ts';
import { useOffers } from './use-offers.ts';
import { whoIsAsked } from './who-is-asked.ts';

const route = getRouteApi('/own/book');

type ReadyProps = Readonly<{ offers: readonly OfferToBook[]; search: BookSearch; onReload: () => void }>;

function Ready({ offers, search, onReload }: ReadyProps) {
  const { hold, failure, problems, message, isSending } = useHold(offers);
  const { draft, keep } = useDraft(search.offers);
  return (
    <BookingColumns aside={<OffersSummary offers={offers} />}>
      {failure && <HoldFailed failure={failure} sought={offers} onReload={onReload} />}
      <TravelersForm
        party={search}
        words={whoIsAsked(offers.map(({ listing }) => listing.kind))}
        draft={draft}
        onType={keep}
        isOver={failure?.__typename === 'SoldOut'}
        problems={problems}
        message={message}
        isSending={isSending}
        onSubmit={(travelers) => void hold(travelers)}
      />
    </BookingColumns>
  );
}

/** What the offer was for is not known any more; the page or the search before this one still says it. */
function Gone() {
  const { history } = useRouter();
  const back = { label: 'Go back and choose anew', onClick: () => history.back() };
  return (
    <Notice
      title="This offer cannot be had any more"
      action={useCanGoBack() ? back : <ButtonLink to="/">Search again</ButtonLink>}
    >
      It was sold, taken down, or its day has come. Nothing was booked and nothing was charged.
    </Notice>
  );
}

function Content() {
  const search = route.useSearch();
  const { reload, ...offers } = useOffers(search.offers);
  if (offers.status === 'failed') return <FailureNotice error={offers.error} onRetry={reload} />;
  if (offers.status === 'gone') return <Gone />;
  if (offers.status === 'loading') return <Skeleton variant="rounded" height={420} />;
  return <Ready key={search.offers.join()} offers={offers.offers} search={search} onReload={reload} />;
}

/** The first step of a booking: what, for whom. It holds the stock; the next step pays. */
export function BookPage() {
  useDocumentTitle('Book');
  return (
    <Stack spacing={3}>
      <Typography variant="h1">Book</Typography>
      <Content />
    </Stack>
  );
}
