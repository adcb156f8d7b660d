import { formatDay } from '@meridian/ui/formats/local-time';
import { formatMoney } from '@meridian/ui/formats/money';
import { formatPercent } from '@meridian/ui/formats/numbers';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { DealSummaryFragment } from '../../generated/features/deals/deals.ts';
import { ListingLink } from '../listing/listing-link.tsx';
import { reasonInWords } from './reason-in-words.ts';
import { tagLabels } from './tag-labels.ts';

const Price = ({ deal }: Readonly<{ deal: DealSummaryFragment }>) => (
  <Box sx={{ textAlign: { sm: 'right' }, minWidth: 150 }}>
    <Typography sx={{ fontWeight: 750, fontSize: '1.3rem' }}>{formatMoney(deal.price)}</Typography>
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      usually {formatMoney(deal.typicalPrice)}
    </Typography>
    <Chip
      size="small"
      color={deal.grade === 'GREAT' ? 'success' : 'default'}
      label={`${formatPercent(deal.discountPercent / 100)} below`}
    />
  </Box>
);

/** A flight's title is its places already. */
const whereAndWhen = ({ snapshot, travelDate }: DealSummaryFragment): string =>
  [...(snapshot.place === snapshot.title ? [] : [snapshot.place]), formatDay(travelDate)].join(' · ');

/** A deal, with the numbers that it rests on. */
export const DealCard = ({ deal }: Readonly<{ deal: DealSummaryFragment }>) => (
  <Card component="li">
    <ListingLink listing={{ ...deal.snapshot, day: deal.travelDate }} sx={{ p: 2 }}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ justifyContent: 'space-between' }}>
        <Box>
          <Typography variant="h3" component="h2">
            {deal.snapshot.title}
          </Typography>
          <Typography variant="body2">{whereAndWhen(deal)}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {reasonInWords(deal)}
          </Typography>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
            {deal.tags.map((tag) => (
              <Chip key={tag} size="small" variant="outlined" label={tagLabels[tag]} />
            ))}
          </Stack>
        </Box>
        <Price deal={deal} />
      </Stack>
    </ListingLink>
  </Card>
);
