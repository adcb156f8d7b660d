/** An account and the public profile under which others see it. */
export type VendorProfile = Readonly<{ userId: string; publicProfileId: string }>;

/** Under which public profile the owner of a listing is shown: a projection of user events. */
export interface VendorProfiles {
  /** Remembers; what is there already stays. */
  remember(profiles: readonly VendorProfile[]): Promise<void>;
  forget(userIds: readonly string[]): Promise<void>;
  find(userIds: readonly string[]): Promise<VendorProfile[]>;
}
