import { pagesConfig } from '../ui/vite.mjs';

export default pagesConfig({ folder: import.meta.dirname, base: '/', manifest: true });
