import type { PackageManifest, SampleOrganisations, SamplePeople, SampleRecords, SampleSubstitutions } from '@reglament/contracts';
import type { PlacedRecord } from './add-records.js';
import type { PackageFile, PackageFiles, ReadPackages } from '../packages/read-package-files.js';

/** Files of `samples/` that make a demo base, by what they hold. */
export const SAMPLE_FILES = ['organisations', 'people', 'substitutions', 'cases', 'records'] as const;
export type SampleFile = (typeof SAMPLE_FILES)[number];

export interface Samples {
  readonly organisations: SampleOrganisations;
  readonly people: SamplePeople;
  readonly substitutions: SampleSubstitutions;
  /** Each with where it stands: whether its form lets it through is seen when it is added. */
  readonly records: readonly PlacedRecord[];
}

/** Packages that bring a demo base. Their manifest may be of any shape still: whether it is valid is said by the check. */
export function demoPackages(read: ReadPackages): readonly PackageFiles[] {
  return read.packages.filter(({ manifest }) => (manifest?.json as Partial<PackageManifest> | null | undefined)?.demo === true);
}

export function sampleFiles(read: ReadPackages, name: SampleFile): readonly PackageFile[] {
  return demoPackages(read).flatMap(({ samples }) => samples.get(name) ?? []);
}

/** What all demo packages bring together. Only after `checkSamples` has found nothing. */
export function samplesOf(read: ReadPackages): Samples {
  const all = <Item>(name: SampleFile): Item[] => sampleFiles(read, name).flatMap(({ json }) => json as Item[]);
  return { organisations: all('organisations'), people: all('people'), substitutions: all('substitutions'), records: sampleFiles(read, 'records').flatMap(({ file, json }) => (json as SampleRecords).map((record, i) => ({ file, pointer: `/${i}`, record }))) };
}
