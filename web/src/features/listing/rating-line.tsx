import { counted } from '@meridian/ui/formats/counted';
import { formatRating } from '@meridian/ui/formats/numbers';
import Typography from '@mui/material/Typography';

type RatingLineProps = Readonly<{ rating: number | null; reviewCount: number }>;

/** `4.6 of 5 (31 reviews)` */
export const RatingLine = ({ rating, reviewCount }: RatingLineProps) => (
  <Typography variant="body2">
    {rating === null ? 'Not rated yet' : `★ ${formatRating(rating)} of 5 (${counted(reviewCount, 'review')})`}
  </Typography>
);
