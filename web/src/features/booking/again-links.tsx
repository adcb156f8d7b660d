import type { ButtonProps } from '@mui/material/Button';
import { ButtonLink } from '../../app/links.tsx';
import { pageAgain, type Sought, searchAgain } from './search-again.ts';

type AgainProps = Readonly<{ sought: readonly Sought[]; children: string }> &
  Pick<ButtonProps, 'color' | 'variant' | 'size'>;

/** Leads to the search by which it was found, with the same way, days and party. */
export function SearchAgain({ sought, ...button }: AgainProps) {
  const found = searchAgain(sought);
  switch (found?.kind) {
    case 'FLIGHT':
      return <ButtonLink to="/flights" search={found.search} {...button} />;
    case 'STAY':
      return <ButtonLink to="/stays" search={found.search} {...button} />;
    case 'CAR':
      return <ButtonLink to="/cars" search={found.search} {...button} />;
    default:
      return <ButtonLink to="/" {...button} />;
  }
}

/** Leads to its own page, for the same days and party; to nowhere once it is gone. */
export function PageAgain({ sought, ...button }: AgainProps) {
  const page = pageAgain(sought);
  switch (page?.kind) {
    case 'FLIGHT':
      return <ButtonLink to="/flights/$id" params={{ id: page.id }} search={page.search} {...button} />;
    case 'STAY':
      return <ButtonLink to="/stays/$id" params={{ id: page.id }} search={page.search} {...button} />;
    case 'CAR':
      return <ButtonLink to="/cars/$id" params={{ id: page.id }} search={page.search} {...button} />;
    default:
      return null;
  }
}
