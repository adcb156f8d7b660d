import type { EndpointName } from './endpoints.ts';

const publicFiles = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const signedInFiles = import.meta.glob<string>('../examples/signed-in/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const tabsOf = (files: Readonly<Record<string, string>>) =>
  Object.keys(files)
    .sort()
    .map((path) => ({ query: files[path] ?? '' }));

/** One tab per file, in the order of the file names, for each door. */
export const exampleTabs: Readonly<Record<EndpointName, ReturnType<typeof tabsOf>>> = {
  public: tabsOf(publicFiles),
  signedIn: tabsOf(signedInFiles),
};
