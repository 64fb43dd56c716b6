import type { ModelFault } from '@reglament/analysis';

/**
 * One thing that is wrong in a package: where (file and RFC 6901 pointer), what stood there, what was expected. What the publish gate found
 * has a code, the way to it as a story, and the same way as steps for a machine.
 */
export interface PackageProblem {
  readonly file: string;
  readonly pointer: string;
  readonly found: string;
  readonly expected: string;
  readonly code?: ModelFault['code'];
  readonly story?: ModelFault['story'];
  readonly steps?: ModelFault['steps'];
}

/** Stops the boot, with everything that is wrong at once; nothing of any package has been loaded then. */
export class PackagesInvalid extends Error {
  constructor(readonly problems: readonly PackageProblem[]) {
    super(`packages are not valid:\n${problems.map(({ file, pointer, found, expected, story }) => `  - ${file}${pointer === '' ? '' : `#${pointer}`}: found ${found}, expected ${expected}${story === undefined ? '' : `\n${story.en.map((sentence) => `      ${sentence}`).join('\n')}`}`).join('\n')}`);
    this.name = 'PackagesInvalid';
  }
}
