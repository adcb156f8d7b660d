import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCount } from '@meridian/ui/formats/numbers';
import { useLastKnown } from '@meridian/ui/graph/use-last-known';
import { InSlices } from '@meridian/ui/page/in-slices.tsx';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { useIsReturn } from '../../app/use-is-return.ts';
import { FlightDocument } from '../../generated/features/flights/flight.ts';
import { OwnHold } from '../booking/own-hold.tsx';
import { BelowOffer } from '../listing/below-offer.tsx';
import { DetailsSkeleton } from '../listing/details-skeleton.tsx';
import { following } from '../listing/follow.ts';
import { BothWays, type WayBack } from './both-ways.tsx';
import { Fares } from './fares.tsx';
import { type FlightSearch, flightVariables } from './flight-search.ts';
import { carriersOf, stopsInWords } from './itinerary-line.tsx';
import { isSoldOut } from './seats-left.ts';
import { type FlightDetails, Segments } from './segments.tsx';

const route = getRouteApi('/flights/$id');

type ContentProps = Readonly<{ flight: FlightDetails; back: WayBack | undefined; search: FlightSearch }>;

const OneWay = ({ flight, search }: ContentProps) => (
  <>
    <Segments segments={flight.segments} />
    <section aria-labelledby="fares">
      <Typography id="fares" variant="h2" sx={{ mb: 1.5 }}>
        Fares
      </Typography>
      <Fares flight={flight} party={search} />
    </section>
  </>
);

const Content = ({ flight, back, search }: ContentProps) => (
  <Stack spacing={4}>
    <div>
      <Typography variant="h1">
        {flight.origin.city} to {flight.destination.city}
        {back && ' and back'}
      </Typography>
      <Typography sx={{ color: 'text.secondary' }}>
        {carriersOf(flight)} · {stopsInWords(flight)} · {formatCount(flight.distanceInKm)} km
      </Typography>
    </div>
    <OwnHold listingId={flight.id} />
    {search.return !== undefined && !back && <NoWayBack />}
    {back ? (
      <BothWays out={flight} back={back} search={search} />
    ) : (
      <OneWay flight={flight} back={back} search={search} />
    )}
    <BelowOffer
      id={flight.id}
      kind="FLIGHT"
      insight={flight.priceInsight}
      isSoldOut={isSoldOut(flight)}
      rating={flight.rating}
      reviews={flight.reviews}
    />
  </Stack>
);

/** The address names a flight back that is not there: what is sold here is one way, and says so. */
const NoWayBack = () => (
  <Alert severity="warning">The flight back is not on sale any more. What you see here is the way out alone.</Alert>
);

/** A flight, or one there and one back: its legs, its fares, how its price went, what travelers wrote. */
export function FlightPage() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(FlightDocument, { variables: flightVariables(id, search), ...following });
  const flight = useLastKnown(data?.flight, id);
  const back = useLastKnown(data?.wayBack, `${id} ${search.return}`);
  const isReturn = useIsReturn();
  useDocumentTitle(flight ? `${flight.origin.city} to ${flight.destination.city}` : 'Flight');
  if (flight)
    return (
      <InSlices fallback={<DetailsSkeleton />} isAtOnce={isReturn}>
        <Content flight={flight} back={back ?? undefined} search={search} />
      </InSlices>
    );
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (data)
    return (
      <Notice title="This flight is not on sale" action={<ButtonLink to="/flights">Search flights</ButtonLink>}>
        It was taken down, or the address is cut off.
      </Notice>
    );
  return <DetailsSkeleton />;
}
