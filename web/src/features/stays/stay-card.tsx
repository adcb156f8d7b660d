import { counted } from '@meridian/ui/formats/counted';
import { formatMoney } from '@meridian/ui/formats/money';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { CardLink } from '../../app/links.tsx';
import type { StaysQuery } from '../../generated/features/stays/stays.ts';
import { PicturedRow } from '../listing/pictured-row.tsx';
import { RatingLine } from '../listing/rating-line.tsx';
import { AboutPrice } from '../search/about-price.tsx';
import { stayTypeLabels } from './stay-type-labels.ts';
import { type Visit, visitSearch } from './stays-search.ts';

type StayResult = NonNullable<StaysQuery['searchStays']>['edges'][number];

type StayCardProps = Readonly<{ result: StayResult; visit: Visit; isFirst: boolean }>;

/** A stay among the results. */
export const StayCard = ({
  result: { node, total, convertedTotal, nights, roomType },
  visit,
  isFirst,
}: StayCardProps) => (
  <Card component="li">
    <CardLink
      to="/stays/$id"
      params={{ id: node.id }}
      search={{ ...visitSearch.parse(visit), room: roomType.id }}
      sx={{ p: 2 }}
    >
      <PicturedRow image={node.images[0]} isFirst={isFirst}>
        <Typography variant="h3" component="h2">
          {node.title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {stayTypeLabels[node.stayType]} in {node.area} · {roomType.name}
        </Typography>
        <RatingLine rating={node.rating} reviewCount={node.reviewCount} />
        <Typography sx={{ fontWeight: 750, fontSize: '1.2rem', mt: 1 }}>{formatMoney(total)}</Typography>
        <AboutPrice total={total} compared={convertedTotal} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {counted(nights, 'night')}, all fees
        </Typography>
      </PicturedRow>
    </CardLink>
  </Card>
);
