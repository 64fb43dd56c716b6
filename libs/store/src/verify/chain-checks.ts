import { createHash } from 'node:crypto';
import { auditColumns } from '../audit/list-audit.js';
import { auditHash, type AuditEntry } from '../audit/append-audit.js';
import { historyColumns, type HistoryRecord } from '../cases/history-of.js';
import type { Queryable } from '../connection/queryable.js';
import { chainHash } from '../transition/history-chain.js';
import { sealSubmission } from '../transition/seal-submission.js';
import type { Check, Finding, VerifyOptions } from './check.js';

const PAGE = 5000;
/** A snapshot may be megabytes wide. */
const REPLAYED_AT_ONCE = 200;

/** Rows of a query that takes the last key of the page before: memory stays flat however long the chain is. */
async function* paged<Row>(db: Queryable, text: string, first: readonly unknown[], keyOf: (row: Row) => readonly unknown[], page = PAGE): AsyncGenerator<Row> {
  let after = first;
  for (;;) {
    const rows = await db.query<Row>({ text: `${text} limit ${page}` }, after);
    yield* rows;
    const last = rows[rows.length - 1];
    if (last === undefined || rows.length < page) return;
    after = keyOf(last);
  }
}

async function* brokenHistories(db: Queryable): AsyncGenerator<Finding> {
  const rows = paged<HistoryRecord & { head: string | null }>(
    db,
    `select ${historyColumns}, i.head_hash as head from history h left join process_instances i on i.id = h.instance
     where (h.instance, h.seq) > ($1::uuid, $2::int) order by h.instance, h.seq`,
    ['00000000-0000-0000-0000-000000000000', 0], (row) => [row.instance, row.seq],
  );
  let before: (HistoryRecord & { head: string | null }) | null = null;
  for await (const row of rows) {
    const follows: boolean = before?.instance === row.instance;
    if (!follows && before !== null && before.head !== before.hash) yield headDiffers(before);
    const expected = chainHash(follows && before !== null ? before.hash : '', row);
    if (expected !== row.hash) yield { subject: row.instance, detail: `row ${row.seq} was changed, or the one before it is not the one that was there` };
    before = row;
  }
  if (before !== null && before.head !== before.hash) yield headDiffers(before);
}

function headDiffers(last: HistoryRecord): Finding {
  return { subject: last.instance, detail: `its last row is ${last.seq} with ${last.hash.slice(0, 12)}…, the instance has another head` };
}

async function* brokenAudit(db: Queryable): AsyncGenerator<Finding> {
  let before: Pick<AuditEntry, 'seq' | 'hash'> = { seq: 0, hash: '' };
  for await (const row of paged<AuditEntry>(db, `select ${auditColumns} from audit a where a.seq > $1 order by a.seq`, [0], ({ seq }) => [seq])) {
    if (row.seq !== before.seq + 1) yield { subject: String(row.seq), detail: `follows ${before.seq}: rows between them are gone` };
    if (auditHash(before.hash, row) !== row.hash) yield { subject: String(row.seq), detail: 'was changed, or the row before it is not the one that was there' };
    before = row;
  }
  const [head] = await db.query<{ seq: number; hash: string }>({ text: 'select seq, hash from audit_head' });
  if (head?.seq !== before.seq || head.hash !== before.hash) yield { subject: String(before.seq), detail: `is the last row, the head says ${head?.seq ?? 'nothing'}` };
}

interface SealedRow { readonly id: string; readonly data: unknown; readonly remark: string | null; readonly salt: string; readonly hash: string }

async function* brokenSubmissions(db: Queryable): AsyncGenerator<Finding> {
  const rows = paged<SealedRow>(
    db, 'select id, data, remark, salt, hash from submissions where erased_at is null and id > $1::uuid order by id', ['00000000-0000-0000-0000-000000000000'], ({ id }) => [id], 500,
  );
  for await (const { id, data, remark, salt, hash } of rows) {
    if (sealSubmission({ data, remark }, salt).hash !== hash) yield { subject: id, detail: 'is not what was submitted' };
  }
}

async function* brokenFiles(db: Queryable): AsyncGenerator<Finding> {
  const rows = paged<{ hash: string; size: number; bytes: Buffer }>(db, 'select hash, size, bytes from files where hash > $1 order by hash', [''], ({ hash }) => [hash], 1);
  for await (const { hash, size, bytes } of rows) {
    if (bytes.length !== size || createHash('sha256').update(bytes).digest('hex') !== hash) yield { subject: hash, detail: 'its bytes are not those that were saved' };
  }
}

/** Checks that walk over rows and compute. */
export const chainChecks: readonly Check[] = [
  { invariant: 'I8', name: 'history-chain', holds: 'Every row of history follows from the one before, up to the head that the instance has', run: brokenHistories },
  { invariant: 'I8', name: 'audit-chain', holds: 'Every row of the audit follows from the one before, up to the head', run: brokenAudit },
  { invariant: 'I8', name: 'submissions-sealed', holds: 'What was submitted has the hash that history knows', run: brokenSubmissions },
  { invariant: 'files', name: 'files-intact', holds: 'Bytes have the hash under which they are kept', run: brokenFiles },
  {
    invariant: 'documents', name: 'document-content', holds: 'The content of every version has the hash that was signed',
    run: (db, { documentHash }) => (documentHash === undefined ? null : brokenDocuments(db, documentHash)),
  },
  {
    invariant: 'I3', name: 'replay', holds: 'What was recorded of a case, replayed, gives the stored snapshot',
    run: (db, { replay }) => (replay === undefined ? null : notReplayed(db, replay)),
  },
];

interface VersionRow { readonly document: string; readonly version: number; readonly content: unknown; readonly contentHash: string; readonly templateHash: string | null }

async function* brokenDocuments(db: Queryable, documentHash: (content: unknown, templateHash: string | null) => string): AsyncGenerator<Finding> {
  const rows = paged<VersionRow>(
    db,
    `select v.document, v.version, v.content, v.content_hash as "contentHash", d.template_hash as "templateHash"
     from document_versions v join documents d on d.id = v.document
     where v.erased_at is null and (v.document, v.version) > ($1::uuid, $2::int) order by v.document, v.version`,
    ['00000000-0000-0000-0000-000000000000', 0], (row) => [row.document, row.version], 100,
  );
  for await (const { document, version, content, contentHash, templateHash } of rows) {
    if (documentHash(content, templateHash) !== contentHash) yield { subject: document, detail: `version ${version} is not what was saved` };
  }
}

/** An erased case has lost what a replay needs, one of before 0006 never had it. */
async function* notReplayed(db: Queryable, replay: NonNullable<VerifyOptions['replay']>): AsyncGenerator<Finding> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.query<{ id: string }>({ text: `select id from process_instances where erased_at is null and inputs_kept and id > $1::uuid order by id limit ${REPLAYED_AT_ONCE}` }, [after]);
    const last = rows[rows.length - 1];
    if (last === undefined) return;
    yield* await replay(rows.map(({ id }) => id));
    after = last.id;
  }
}
