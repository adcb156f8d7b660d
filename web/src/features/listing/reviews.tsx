import { counted } from '@meridian/ui/formats/counted';
import { formatInstantDay } from '@meridian/ui/formats/local-time';
import { formatRating } from '@meridian/ui/formats/numbers';
import Box from '@mui/material/Box';
import Rating from '@mui/material/Rating';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReviewListFragment } from '../../generated/features/listing/listing.ts';

type Review = ReviewListFragment['edges'][number]['node'];

const ReviewEntry = ({ review }: Readonly<{ review: Review }>) => (
  <Box component="li">
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Rating value={review.rating} readOnly size="small" />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {review.author?.displayName ?? review.authorName ?? 'A guest'}, {formatInstantDay(review.postedAt)}
      </Typography>
    </Stack>
    {review.title && <Typography sx={{ fontWeight: 650 }}>{review.title}</Typography>}
    <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{review.text}</Typography>
  </Box>
);

type ReviewsProps = Readonly<{ rating: number | null; reviews: ReviewListFragment }>;

/** What guests wrote, the newest first. */
export const Reviews = ({ rating, reviews }: ReviewsProps) => (
  <Box component="section" aria-labelledby="reviews">
    <Typography id="reviews" variant="h2" sx={{ mb: 1 }}>
      Reviews
    </Typography>
    {reviews.totalCount === 0 ? (
      <Typography sx={{ color: 'text.secondary' }}>Nobody has written a review yet.</Typography>
    ) : (
      <>
        <Typography sx={{ mb: 2 }}>
          {rating === null ? '' : `${formatRating(rating)} of 5 · `}
          {counted(reviews.totalCount, 'review')}
        </Typography>
        <Stack component="ul" spacing={2} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {reviews.edges.map(({ node }) => (
            <ReviewEntry key={node.id} review={node} />
          ))}
        </Stack>
      </>
    )}
  </Box>
);
