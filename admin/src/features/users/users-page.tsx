import { useQuery } from '@apollo/client/react';
import { formatInstant } from '@meridian/ui/formats/local-time';
import { ChoiceField } from '@meridian/ui/tables/choice-field.tsx';
import { DataTable } from '@meridian/ui/tables/data-table.tsx';
import { PageTitle } from '@meridian/ui/tables/page-title.tsx';
import { SearchField } from '@meridian/ui/tables/search-field.tsx';
import { rowsOf } from '@meridian/ui/tables/table-rows';
import Stack from '@mui/material/Stack';
import { getRouteApi } from '@tanstack/react-router';
import { TextLink } from '../../app/links.tsx';
import { type UserRowFragment, UsersDocument } from '../../generated/features/users/users.ts';
import { useMe } from '../account/use-me.ts';
import { roleLabels, rolesInWords } from './role-labels.ts';
import { RolesField } from './roles-field.tsx';
import type { UsersSearch } from './users-search.ts';

const route = getRouteApi('/users');

/** Bookings and payments are found by the account's id: they know no addresses. */
const Dealings = ({ user: { id, profile } }: Readonly<{ user: UserRowFragment }>) => (
  <Stack direction="row" spacing={1.5} sx={{ whiteSpace: 'nowrap' }}>
    <TextLink to="/bookings" search={{ search: id }} aria-label={`Bookings of ${profile.displayName}`}>
      Bookings
    </TextLink>
    <TextLink to="/payments" search={{ search: id }} aria-label={`Payments of ${profile.displayName}`}>
      Payments
    </TextLink>
  </Stack>
);

const columnsFor = (mayChangeRoles: boolean) => [
  { title: 'Name', render: ({ profile }: UserRowFragment) => profile.displayName },
  { title: 'Email', render: ({ email }: UserRowFragment) => email },
  {
    title: 'Roles',
    render: (user: UserRowFragment) => (mayChangeRoles ? <RolesField user={user} /> : rolesInWords(user.roles)),
  },
  { title: 'Country', render: ({ profile }: UserRowFragment) => profile.countryCode },
  { title: 'Since', isOneLine: true, render: ({ createdAt }: UserRowFragment) => formatInstant(createdAt) },
  { title: 'Trips', isNumber: true, render: ({ tripCount }: UserRowFragment) => tripCount },
  { title: 'See', render: (user: UserRowFragment) => <Dealings user={user} /> },
];

/** All accounts, the newest first. */
export function UsersPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayChangeRoles = useMe()?.roles.includes('ADMIN') ?? false;
  const { data, error, loading, fetchMore, refetch } = useQuery(UsersDocument, {
    variables: search,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: { identity: 'required' },
  });
  const found = data?.users;
  const change = (part: Partial<UsersSearch>) => void navigate({ search: (present) => ({ ...present, ...part }) });
  const more = () => fetchMore({ variables: { after: found?.pageInfo.endCursor } });
  return (
    <Stack spacing={2}>
      <PageTitle title="Users" count={found?.totalCount}>
        <ChoiceField label="Role" value={search.role} choices={roleLabels} onChange={(role) => change({ role })} />
        <SearchField label="Name, email or id" value={search.search} onSearch={(text) => change({ search: text })} />
      </PageTitle>
      <DataTable
        label="Users"
        columns={columnsFor(mayChangeRoles)}
        rows={rowsOf(
          found?.edges.map(({ node }) => node),
          { error, onRetry: () => void refetch() },
        )}
        keyOf={({ id }) => id}
        emptyText="No account fits."
        more={{ hasMore: found?.pageInfo.hasNextPage ?? false, isLoading: loading, onMore: more }}
      />
    </Stack>
  );
}
