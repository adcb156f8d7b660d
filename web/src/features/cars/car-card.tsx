import { counted } from '@meridian/ui/formats/counted';
import { formatMoney } from '@meridian/ui/formats/money';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { CardLink } from '../../app/links.tsx';
import type { CarsQuery } from '../../generated/features/cars/cars.ts';
import { PicturedRow } from '../listing/pictured-row.tsx';
import { RatingLine } from '../listing/rating-line.tsx';
import { AboutPrice } from '../search/about-price.tsx';
import { carClassLabels, carInWords } from './car-words.ts';
import { type Hire, hireSearch } from './cars-search.ts';

type CarResult = NonNullable<CarsQuery['searchCars']>['edges'][number];

type CarCardProps = Readonly<{ result: CarResult; hire: Hire; isFirst: boolean }>;

/** A car among the results. */
export const CarCard = ({ result: { node, total, convertedTotal, days }, hire, isFirst }: CarCardProps) => (
  <Card component="li">
    <CardLink to="/cars/$id" params={{ id: node.id }} search={hireSearch.parse(hire)} sx={{ p: 2 }}>
      <PicturedRow image={node.images[0]} isFirst={isFirst}>
        <Typography variant="h3" component="h2">
          {node.title}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {carClassLabels[node.carClass]} · {carInWords(node)}
        </Typography>
        <Typography variant="body2">{node.pickUpPlace}</Typography>
        <RatingLine rating={node.rating} reviewCount={node.reviewCount} />
        <Typography sx={{ fontWeight: 750, fontSize: '1.2rem', mt: 1 }}>{formatMoney(total)}</Typography>
        <AboutPrice total={total} compared={convertedTotal} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {counted(days, 'day')}, all fees
        </Typography>
      </PicturedRow>
    </CardLink>
  </Card>
);
