import { formatDate } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import Typography from '@mui/material/Typography';
import type { ComparedPriceFragment } from '../../generated/features/search/facets.ts';

type AboutPriceProps = Readonly<{
  /** What is paid. */
  total: Readonly<{ currency: string }>;
  /** The same as filter and order compare it. */
  compared: ComparedPriceFragment | null;
}>;

/**
 * `about US$1,671, to compare, at the reference rate of Mon, 1 Dec 2025`: what a price
 * counts as among those in other currencies. Nothing where it is in theirs.
 */
export const AboutPrice = ({ total, compared }: AboutPriceProps) =>
  compared && compared.amount.currency !== total.currency ? (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      about {formatMoney(compared.amount)}, to compare, at the reference rate of {formatDate(compared.asOf)}
    </Typography>
  ) : null;
