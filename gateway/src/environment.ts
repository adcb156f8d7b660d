import {
  countSetting,
  type EnvironmentResult,
  flagSetting,
  logLevelSetting,
  portSetting,
  type RawEnvironment,
  readEnvironment,
} from '@meridian/platform/config/environment';
import { z } from 'zod';
import { defaultOptions } from './default-options.ts';
import { isAddressOrSubnet, type ProxyTrust } from './edge/client-address.ts';

const addressPattern = /^([a-z][a-z0-9-]*)=(https?:\/\/\S+)$/;

/** `users=http://users:4000/graphql,listings=…` */
const subgraphUrls = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => addressPattern.test(part)),
    'Use name=http://host:port/graphql, separated by commas',
  )
  .transform(
    (parts) => new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)])),
  );

const origins = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => URL.canParse(part) && new URL(part).origin === part),
    'Use origins such as https://app.example.com, separated by commas',
  );

/** `0`: nobody. `1`: whoever connects. Otherwise the addresses and subnets of our proxies. */
const proxyTrust = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => ['0', '1'].includes(part) || isAddressOrSubnet(part)),
    'Use 0, 1, or addresses and subnets such as 10.0.0.0/8, separated by commas',
  )
  .transform((parts): ProxyTrust => {
    if (parts.includes('1')) return 'peer';
    return parts.includes('0') ? 'nobody' : parts;
  });

const settings = z.object({
  GATEWAY_PORT: portSetting.default(4000),
  GATEWAY_HOST: z.string().default('127.0.0.1'),
  /** The folder with `secrets.json`; its internal key is the one that the subgraphs verify with. */
  MERIDIAN_DATA: z.string('The gateway needs the folder that holds secrets.json'),
  /** Where subgraphs answer; those that are not named here are where the supergraph says. */
  SUBGRAPH_URLS: subgraphUrls.default(new Map()),
  /** The issuer that access tokens must name. */
  TOKEN_ISSUER: z.string().default('meridian'),
  /** A JSON file of `SessionOperations`; without it there is no `/auth`. */
  SESSION_OPERATIONS: z.string().optional(),
  ALLOWED_ORIGINS: origins.default([...defaultOptions.allowedOrigins]),
  SECURE_COOKIES: flagSetting.default(defaultOptions.secureCookies),
  TRUST_PROXY: proxyTrust.default(defaultOptions.trustProxy),
  INTROSPECTION: z
    .enum(['everyone', 'admins', 'nobody'], 'Use one of everyone, admins, nobody')
    .default(defaultOptions.introspection),
  FETCH_TIMEOUT_MS: countSetting.default(defaultOptions.fetchTimeoutInMs),
  LOG_LEVEL: logLevelSetting.default('info'),
});

/** The settings of a gateway that is a process of its own. */
export type GatewayEnvironment = z.infer<typeof settings>;

/** Reads them; all problems come at once, in words. */
export const readGatewayEnvironment = (env: RawEnvironment): EnvironmentResult<GatewayEnvironment> =>
  readEnvironment(settings, env);
