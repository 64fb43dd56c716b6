/**
 * What is wrong with a package-lock.json so that `npm ci` would fail, or reach for a server, on another machine.
 *
 * @param {{ packages: Record<string, { resolved?: string, optionalDependencies?: Record<string, string> }> }} lock
 * @returns {string[]}
 */
export function findLockFaults(lock) {
  const { packages } = lock;
  const hosts = Object.entries(packages).filter(([, { resolved }]) => /^https?:/.test(resolved ?? ''));
  // npm leaves out, in silence, what the registry did not offer on the day; then `npm ci` fails with "Missing … from lock file".
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter((name) => !isPresent(packages, folder, name)),
  );
  return [
    ...hosts.map(([folder, { resolved }]) => `${folder} names the server ${resolved}`),
    ...missing.filter((name) => !name.startsWith('@msgpackr-extract/')).map((name) => `${name} is missing`),
  ];
}

/** npm looks for a package beside the one that needs it, then in every folder above. */
function isPresent(packages, folder, name) {
  for (let place = folder; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[candidate]) return true;
    if (place === '') return false;
  }
}
