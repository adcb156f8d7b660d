import type { Resolvers } from '../generated/resolvers-types.ts';
import { refreshSession } from './Mutation/refreshSession.ts';
import { setUserRoles } from './Mutation/setUserRoles.ts';
import { signIn } from './Mutation/signIn.ts';
import { signOut } from './Mutation/signOut.ts';
import { signUp } from './Mutation/signUp.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { __resolveReference as resolvePublicProfile } from './PublicProfile/__resolveReference.ts';
import { me } from './Query/me.ts';
import { publicProfile } from './Query/publicProfile.ts';
import { user } from './Query/user.ts';
import { users } from './Query/users.ts';
import { __resolveReference as resolveUser } from './User/__resolveReference.ts';
import { profile } from './User/profile.ts';
import { sessions } from './User/sessions.ts';
import { tripCount } from './User/tripCount.ts';

/** What answers is held to the schema by the compiler; members of result unions get their type's name at run time. */
type Typed = Pick<Resolvers, 'Query' | 'User' | 'PublicProfile'>;

const typed: Typed = {
  Query: { me, user, users, publicProfile },
  User: { __resolveReference: resolveUser, profile, sessions, tripCount },
  PublicProfile: { __resolveReference: resolvePublicProfile },
};

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  ...typed,
  Mutation: { signUp, signIn, refreshSession, signOut, updateProfile, setUserRoles },
};
