/** Counts what was checked under which name, and keeps what did not hold. */
export function createChecks() {
  const problems = [];
  const broken = new Set();
  const checked = {};
  const check = (what, holds, detail) => {
    checked[what] = (checked[what] ?? 0) + 1;
    if (holds) return;
    broken.add(what);
    problems.push(`${what}: ${detail}`);
  };
  return { check, checked, broken, problems };
}
