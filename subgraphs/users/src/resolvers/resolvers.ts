import type { Resolvers } from '../generated/resolvers-types.ts';
import { DataExport } from './DataExport.ts';
import { deleteMyAccount } from './Mutation/deleteMyAccount.ts';
import { refreshSession } from './Mutation/refreshSession.ts';
import { setUserRoles } from './Mutation/setUserRoles.ts';
import { signIn } from './Mutation/signIn.ts';
import { signOut } from './Mutation/signOut.ts';
import { signUp } from './Mutation/signUp.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { PublicProfile } from './PublicProfile.ts';
import { exportMyData } from './Query/exportMyData.ts';
import { me } from './Query/me.ts';
import { publicProfile } from './Query/publicProfile.ts';
import { user } from './Query/user.ts';
import { users } from './Query/users.ts';
import { usersOutbox } from './Query/usersOutbox.ts';
import { User } from './User.ts';

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: { me, exportMyData, user, users, publicProfile, usersOutbox },
  Mutation: { signUp, signIn, refreshSession, signOut, updateProfile, deleteMyAccount, setUserRoles },
  User,
  DataExport,
  PublicProfile,
} satisfies Partial<Resolvers>;
