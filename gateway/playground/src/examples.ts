const files = import.meta.glob<string>('../examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** One tab per file in `examples/`, in the order of the file names. */
export const exampleTabs = Object.keys(files)
  .sort()
  .map((path) => ({ query: files[path] ?? '' }));
