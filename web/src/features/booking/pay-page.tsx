import { useApolloClient, useQuery } from '@apollo/client/react';
import { FailureNotice } from '@meridian/ui/feedback/failure-notice.tsx';
import { Notice } from '@meridian/ui/feedback/notice.tsx';
import { formatMoney } from '@meridian/ui/formats/money';
import { useDocumentTitle } from '@meridian/ui/routing/use-document-title';
import { useSecondsLeft } from '@meridian/ui/time/use-seconds-left';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { type FormEvent, useCallback, useState } from 'react';
import { ButtonLink } from '../../app/links.tsx';
import { type BookingOverviewFragment, HeldBookingDocument } from '../../generated/features/booking/booking.ts';
import { BookingColumns } from './booking-columns.tsx';
import { BookingSummary } from './booking-summary.tsx';
import { Countdown, useAskingAtEnd } from './countdown.tsx';
import { PaymentFailed } from './payment-failed.tsx';
import { sandboxCards } from './sandbox-cards.ts';
import { usePayment } from './use-payment.ts';

const route = getRouteApi('/own/trips/$id/pay');

const HoldOver = () => (
  <Notice title="The hold has ended" action={<ButtonLink to="/">Search again</ButtonLink>}>
    The time to pay is over. Nothing was charged; what is still free can be booked again.
  </Notice>
);

type CardFormProps = Readonly<{ label: string; isSending: boolean; onPay: (token: string) => void }>;

function CardForm({ label, isSending, onPay }: CardFormProps) {
  const [token, setToken] = useState<string>(sandboxCards[0].token);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSending) onPay(token);
  };
  return (
    <Stack component="form" spacing={2} onSubmit={submit}>
      <TextField
        select
        label="Card"
        value={token}
        onChange={({ target }) => setToken(target.value)}
        helperText="A sandbox: these cards stand for what can happen. No money moves."
      >
        {sandboxCards.map((card) => (
          <MenuItem key={card.token} value={card.token}>
            {card.label}
          </MenuItem>
        ))}
      </TextField>
      <Button type="submit" variant="contained" size="large" loading={isSending}>
        {label}
      </Button>
    </Stack>
  );
}

type PaymentProps = Readonly<{ booking: BookingOverviewFragment; onAsk: () => void }>;

function Payment({ booking, onAsk }: PaymentProps) {
  const secondsLeft = useSecondsLeft(booking.holdExpiresAt);
  const { pay, failure, isSending } = usePayment(booking.id);
  useAskingAtEnd(secondsLeft === 0 && !isSending, onAsk);
  if (failure?.__typename === 'HoldExpired') return <HoldOver />;
  return (
    <BookingColumns aside={<BookingSummary booking={booking} />}>
      {failure && <PaymentFailed failure={failure} bookingId={booking.id} />}
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
        <Stack spacing={2}>
          <Typography variant="h2">Pay</Typography>
          {secondsLeft !== undefined && <Countdown seconds={secondsLeft} />}
          <CardForm
            label={`Pay ${formatMoney(booking.total)}`}
            isSending={isSending}
            onPay={(token) => void pay(token)}
          />
        </Stack>
      </Paper>
    </BookingColumns>
  );
}

/** Asks for a booking anew and takes nothing but an answer: while the server cannot be asked, what was known stays on the page. */
function useAskingAnew(id: string): () => void {
  const client = useApolloClient();
  return useCallback(() => {
    const question = { query: HeldBookingDocument, variables: { id } };
    const context = { identity: 'required' };
    client.query({ ...question, fetchPolicy: 'no-cache', context }).then(
      ({ data }) => data?.booking && client.writeQuery({ ...question, data }),
      () => undefined,
    );
  }, [client, id]);
}

/** The second step of a booking: the payment. Whoever reloads here goes on here. */
export function PayPage() {
  const { id } = route.useParams();
  const { data, error, loading, refetch } = useQuery(HeldBookingDocument, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    context: { identity: 'required' },
  });
  const ask = useAskingAnew(id);
  const booking = data?.booking;
  useDocumentTitle(booking ? `Pay for ${booking.reference}` : 'Pay');
  if (booking?.state === 'EXPIRED') return <HoldOver />;
  if (booking && booking.state !== 'HELD') return <Navigate to="/trips/$id" params={{ id }} replace />;
  if (booking) return <Payment booking={booking} onAsk={ask} />;
  if (loading) return <Skeleton variant="rounded" height={420} />;
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  return <Notice title="You have no such booking" action={<ButtonLink to="/">Search for a trip</ButtonLink>} />;
}
