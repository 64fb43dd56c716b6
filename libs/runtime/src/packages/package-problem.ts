/** One thing that is wrong in a package: where (file and RFC 6901 pointer), what stood there, what was expected. */
export interface PackageProblem { readonly file: string; readonly pointer: string; readonly found: string; readonly expected: string }

/** Stops the boot, with everything that is wrong at once; nothing of any package has been loaded then. */
export class PackagesInvalid extends Error {
  constructor(readonly problems: readonly PackageProblem[]) {
    super(`packages are not valid:\n${problems.map(({ file, pointer, found, expected }) => `  - ${file}${pointer === '' ? '' : `#${pointer}`}: found ${found}, expected ${expected}`).join('\n')}`);
    this.name = 'PackagesInvalid';
  }
}
