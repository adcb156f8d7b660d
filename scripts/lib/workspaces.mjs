import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const groups = ['subgraphs', 'tools'];
const single = ['platform', 'schema', 'gateway', 'embedded', 'ui', 'web', 'admin', 'e2e', 'bench'];

const inGroup = (group) =>
  readdirSync(join(root, group), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${group}/${entry.name}`);

/** The folders of all workspaces, from the root. */
export const workspaces = () =>
  [...single, ...groups.flatMap(inGroup)].filter((folder) => existsSync(join(root, folder, 'package.json')));
