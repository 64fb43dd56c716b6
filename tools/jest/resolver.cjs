/**
 * Jest resolver: our sources import `./x.js` (as Node and TypeScript want it) while the file on disk is `x.ts`.
 * Only for files outside node_modules: packages that ship both `x.js` and `x.ts` must keep their `x.js`.
 */
const fs = require('node:fs');
const path = require('node:path');

const insidePackages = `${path.sep}node_modules${path.sep}`;

module.exports = function resolve(request, options) {
  const relative = request.startsWith('./') || request.startsWith('../');
  if (relative && request.endsWith('.js') && !options.basedir.includes(insidePackages)) {
    const stem = path.resolve(options.basedir, request.slice(0, -'.js'.length));
    for (const extension of ['.ts', '.tsx']) if (fs.existsSync(stem + extension)) return stem + extension;
  }
  return options.defaultResolver(request, options);
};
