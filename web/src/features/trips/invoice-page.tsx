import { useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatCard } from '@meridian/ui/formats/card';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink } from '../../app/links.tsx';
import { InvoiceDocument } from '../../generated/features/trips/trips.ts';
import { BookingSummary } from '../booking/booking-summary.tsx';
import { namesInWords } from '../booking/names-in-words.ts';
import { PriceLines } from '../booking/price-lines.tsx';
import { givenBack, type Invoiced, sellersOf, taxesIn } from './invoice.ts';

const route = getRouteApi('/own/trips/$id/invoice');

/** On paper there is nothing to press. */
const onScreenOnly = { '@media print': { display: 'none' } } as const;

type Invoice = NonNullable<Invoiced['invoice']>;

/** Who sold it to whom, when, and how it was paid. */
function Heads({ trip, invoice }: Readonly<{ trip: Invoiced; invoice: Invoice }>) {
  const sellers = sellersOf(trip);
  return (
    <div>
      <Typography>Issued {formatInstant(invoice.issuedAt)} by Meridian</Typography>
      {sellers.length > 0 && <Typography>Sold by {sellers.join(', ')}</Typography>}
      <Typography>For {namesInWords(trip)}</Typography>
      {trip.payment.card && <Typography>Paid with {formatCard(trip.payment.card)}</Typography>}
    </div>
  );
}

/** What of the total are taxes, and what came back of it. */
function Amounts({ trip }: Readonly<{ trip: Invoiced }>) {
  const taxes = taxesIn(trip);
  const given = givenBack(trip);
  return (
    <>
      {taxes && <Typography>Taxes in the total: {formatMoney(taxes)}</Typography>}
      {given && (
        <Paper component="section" aria-label="Refunds" variant="outlined" sx={{ p: 2 }}>
          <PriceLines lines={given.lines} total={given.left} totalLabel="Total after refunds" />
        </Paper>
      )}
    </>
  );
}

const Content = ({ trip, invoice }: Readonly<{ trip: Invoiced; invoice: Invoice }>) => (
  <Stack spacing={2} sx={{ maxWidth: 640 }}>
    <Typography variant="h1">Invoice {invoice.number}</Typography>
    <Heads trip={trip} invoice={invoice} />
    <BookingSummary booking={trip} />
    <Amounts trip={trip} />
    <Box sx={onScreenOnly}>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" onClick={() => window.print()}>
          Print
        </Button>
        <ButtonLink to="/trips/$id" params={{ id: trip.id }}>
          Back to the trip
        </ButtonLink>
      </Stack>
    </Box>
  </Stack>
);

/** The invoice of a booking, to be read or printed. */
export function InvoicePage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(InvoiceDocument, {
    variables: { id },
    context: { identity: 'required' },
  });
  const trip = data?.booking;
  useDocumentTitle(trip?.invoice ? `Invoice ${trip.invoice.number}` : 'Invoice');
  if (trip?.invoice) return <Content trip={trip} invoice={trip.invoice} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Notice title="There is no invoice yet" action={<ButtonLink to="/trips">See my trips</ButtonLink>}>
      An invoice is issued when a booking is paid.
    </Notice>
  );
}
