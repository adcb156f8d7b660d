import { avatarSvg } from '../domain/avatar.ts';
import type { UserDirectory } from '../ports/user-directory.ts';

/** The picture of a public profile as SVG text; undefined when there is no such profile. */
export const createShowAvatar =
  (deps: Readonly<{ directory: UserDirectory }>) =>
  async (publicProfileId: string): Promise<string | undefined> => {
    const [profile] = await deps.directory.publicProfiles([publicProfileId]);
    return profile && avatarSvg(profile.displayName, profile.id);
  };
