import type { SampleRecord } from '@reglament/contracts';
import { compileForm, type CompiledForm } from '@reglament/forms';
import { HandlerError, type JsonObject } from '@reglament/handlers';
import { findConfiguration, findForms, organisationFacts, partyTitles, type Tx } from '@reglament/store';
import { PackagesInvalid } from '../packages/package-problem.js';
import { registryIn, type Registry } from '../records/registry.js';
import { writeRecord } from '../records/write-record.js';
import { fillIn } from './fill-in.js';
import { sampleId } from './sample-id.js';

export interface PlacedRecord { readonly file: string; readonly pointer: string; readonly record: SampleRecord }

/**
 * Adds the records that a demo base begins with, as a process would: judged by the form of their registry, found by their natural key. People,
 * organisations and packages are there already. A record may name those before it.
 *
 * @param root the top of the tree. @param day from which days are counted.
 * @throws PackagesInvalid with the first record that does not fit.
 */
export async function addSampleRecords(tx: Tx, records: readonly PlacedRecord[], { root, day }: { readonly root: { readonly id: string; readonly path: string }; readonly day: string }): Promise<void> {
  if (records.length === 0) return;
  const registries = new Map((await findConfiguration(tx, root.id)).filter(({ type }) => type === 'registry').map((item) => [item.key, registryIn(item)]));
  const forms = new Map<string, CompiledForm>();
  const formOf = async ({ formHash }: Registry): Promise<CompiledForm> => {
    const known = forms.get(formHash);
    if (known) return known;
    const [found] = await findForms(tx, [formHash]);
    if (!found) throw new Error(`form ${formHash} is pinned by a registry but not in the database`);
    const compiled = compileForm(found.content);
    forms.set(formHash, compiled);
    return compiled;
  };
  const zones = await organisationFacts(tx, [...new Set(records.map(({ record }) => sampleId('organisation', record.organisation)))], day);
  for (const { file, pointer, record } of records) {
    const registry = registries.get(record.registry);
    if (!registry) throw new PackagesInvalid([{ file, pointer: `${pointer}/registry`, found: `"${record.registry}"`, expected: 'a registry that is loaded' }]);
    const organisation = sampleId('organisation', record.organisation);
    try {
      await writeRecord(tx, {
        registry, form: await formOf(registry), organisation: { id: organisation, timeZone: zones.get(organisation)?.timeZone ?? 'UTC' }, scope: { paths: [root.path], upTo: [] },
        given: (await fillIn(record.data, { day, calendar: null, upload: refuseUpload })) as JsonObject, record: null, newId: sampleId('record', record.key), by: null, now: `${day}T06:00:00.000Z`,
        titles: (references) => partyTitles(tx, references, 'ru'),
      });
    } catch (error) {
      if (!(error instanceof HandlerError)) throw error;
      throw new PackagesInvalid([{ file, pointer: `${pointer}/data`, found: `${error.code} ${JSON.stringify(error.details['problems'] ?? error.details['fields'] ?? '')}`, expected: `a record that the form "${registry.definition.form}" lets through` }]);
    }
  }
}

/** Said by the check of the samples already. */
function refuseUpload(): Promise<never> {
  return Promise.reject(new Error('a sample record holds no files'));
}
