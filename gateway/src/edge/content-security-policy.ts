/** Everything comes from this server: scripts, workers, pictures, sockets. Styles alone may stand inline, as style libraries write them. */
const directives = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** What a site may load. */
export const contentSecurityPolicy = [...directives, "img-src 'self'", "font-src 'self'"].join('; ');

/** What the playground may load: its editor draws cursors and marks with pictures of its own, and starts workers. */
export const editorSecurityPolicy = [
  ...directives,
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');
