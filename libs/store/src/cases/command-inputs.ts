import { statement, type Queryable, type Tx } from '../connection/queryable.js';

/** What the commands of one transition were given from outside, beside what was submitted. */
export interface CommandInputs {
  readonly instance: string;
  /** Of the instance, as the transition left it. */
  readonly version: number;
  readonly inputs: unknown;
}

const keep = statement('keep-command-inputs', `
  insert into command_inputs (instance, version, organisation, path, period, inputs)
  select i.id, r.version, i.organisation, i.path, i.period, r.inputs
  from jsonb_to_recordset($1::jsonb) as r (instance uuid, version int, inputs jsonb) join process_instances i on i.id = r.instance`);

/** Keeps them in the commit of their transitions, after these were written. */
export async function keepCommandInputs(tx: Tx, rows: readonly CommandInputs[]): Promise<void> {
  if (rows.length > 0) await tx.query(keep, [JSON.stringify(rows)]);
}

export interface RecordedFact {
  readonly version: number;
  /** Business time of the command, and the database's time of its commit. */
  readonly at: string;
  readonly recordedAt: string;
  readonly kind: string;
  readonly node: string | null;
  readonly activity: number | null;
  readonly task: string | null;
  readonly by: string | null;
  readonly data: { readonly [name: string]: unknown };
}

export interface RecordedSubmission {
  readonly hash: string;
  /** Null where no form was filled in. */
  readonly data: { readonly [field: string]: unknown } | null;
  readonly erased: boolean;
}

/** A case with all that it was made of. */
export interface RecordedCase {
  readonly id: string;
  readonly organisation: string;
  readonly definitionHash: string;
  readonly snapshot: unknown;
  /** In order. */
  readonly facts: readonly RecordedFact[];
  readonly submissions: readonly RecordedSubmission[];
  /** By the version of the instance. */
  readonly inputs: ReadonlyMap<number, unknown>;
}

const cases = statement('recorded-cases', `
  select id, organisation, definition_hash as "definitionHash", snapshot from process_instances where id = any($1::uuid[]) order by id`);
const facts = statement('recorded-facts', `
  select instance, version, at, recorded_at as "recordedAt", kind, node, activity, task, by_party as "by", data
  from history where instance = any($1::uuid[]) order by instance, seq`);
const submissions = statement('recorded-submissions', `
  select instance, hash, case when form_key is not null then data end as data, erased_at is not null as erased
  from submissions where instance = any($1::uuid[])`);
const inputs = statement('recorded-inputs', `select instance, version, inputs from command_inputs where instance = any($1::uuid[])`);

/** Some hundred cases at once: four queries, whatever their number. Cases that are not there are missing. */
export async function recordedCases(db: Queryable, ids: readonly string[]): Promise<readonly RecordedCase[]> {
  const rows = await db.query<Pick<RecordedCase, 'id' | 'organisation' | 'definitionHash' | 'snapshot'>>(cases, [ids]);
  const factsOf = grouped(await db.query<RecordedFact & { instance: string }>(facts, [ids]));
  const submissionsOf = grouped(await db.query<RecordedSubmission & { instance: string }>(submissions, [ids]));
  const inputsOf = grouped(await db.query<CommandInputs>(inputs, [ids]));
  return rows.map((row) => ({
    ...row,
    facts: factsOf.get(row.id) ?? [],
    submissions: submissionsOf.get(row.id) ?? [],
    inputs: new Map((inputsOf.get(row.id) ?? []).map((kept) => [kept.version, kept.inputs])),
  }));
}

function grouped<Row extends { readonly instance: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.instance);
    if (group) group.push(row);
    else groups.set(row.instance, [row]);
  }
  return groups;
}
