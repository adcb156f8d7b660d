import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from '@apollo/federation-internals';
import { type DocumentNode, parse, print } from 'graphql';
import { type LinkedFeature, linkedFeaturesOf, withoutFeatures } from './linked-features.ts';

/** What stock gateways refuse: features with a purpose that Apollo's open loader does not know. */
export function refusedFeaturesOf(document: DocumentNode): LinkedFeature[] {
  return linkedFeaturesOf(document).filter(
    ({ url, name, purpose }) =>
      purpose !== undefined && name !== 'link' && !DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.has(url),
  );
}

/**
 * A supergraph without the links, definitions and uses of what stock `@apollo/gateway` and an unlicensed Apollo Router refuse to
 * load: the security directives. `@inaccessible` stays. What they demanded is kept by `authorizationMapOf`, and our gateway
 * enforces it.
 */
export function executionSupergraphOf(supergraph: string): string {
  const document = parse(supergraph, { noLocation: true });
  return `${print(withoutFeatures(document, refusedFeaturesOf(document)))}\n`;
}
