/**
 * The first script of a page. It runs the others one after the other, each in a task of its own, so that the browser answers its user in
 * between: as one task they would keep a slow phone for half a second. The page names them, in order, and loads them meanwhile.
 */
const { scripts } = document.querySelector('script[data-scripts]').dataset;
for (const script of scripts.split(' ')) {
  await import(script);
  await new Promise((resume) => setTimeout(resume));
}
