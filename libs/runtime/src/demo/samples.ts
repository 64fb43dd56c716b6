import type { LocalizedText, PackageManifest, SampleCases, SampleOrganisations, SamplePeople, SampleRecords, SampleSubstitutions } from '@reglament/contracts';
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

export interface PackageOfCases { readonly key: string; readonly title: LocalizedText; readonly description: LocalizedText | null; readonly cases: SampleCases }

/** The living cases that each demo package brings, in the order in which they are played. Only after `checkSamples` has found nothing. */
export function sampleCasesOf(read: ReadPackages): readonly PackageOfCases[] {
  return demoPackages(read).flatMap(({ manifest, samples }) => {
    const cases = samples.get('cases')?.json as SampleCases | undefined;
    const { key, title, description } = manifest?.json as PackageManifest;
    return cases === undefined || cases.length === 0 ? [] : [{ key, title, description: description ?? null, cases }];
  });
}

/** What all demo packages bring together. Only after `checkSamples` has found nothing. */
export function samplesOf(read: ReadPackages): Samples {
  const all = <Item>(name: SampleFile): Item[] => sampleFiles(read, name).flatMap(({ json }) => json as Item[]);
  return { organisations: all('organisations'), people: all('people'), substitutions: all('substitutions'), records: sampleFiles(read, 'records').flatMap(({ file, json }) => (json as SampleRecords).map((record, i) => ({ file, pointer: `/${i}`, record }))) };
}
