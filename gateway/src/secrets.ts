import type { SecretName } from '@meridian/platform/config/secrets';

/** The gateway tells subgraphs who calls, and verifies access tokens. It signs none. */
export const gatewaySecrets = ['internalKey', 'accessPublicKeys'] as const satisfies readonly SecretName[];
