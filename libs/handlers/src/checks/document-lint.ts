import { textIn, type Finding, type LintFinding, type Locale } from '@reglament/contracts';
import { lintDocument, summarise } from '@reglament/documents';
import { composeModel } from '../document/compose-model.js';
import { draftFrom, partiesOf, type DocumentDraft } from '../document/document-draft.js';
import type { JsonObject } from '../handler.js';
import type { CheckCall, CheckPorts, CheckReport, SubmissionCheckHandler } from './check.js';
import { valueAt } from './variable-path.js';

const NAME = 'document-lint';

/**
 * The document lint over a draft. Settings: `content`, the variable that holds the draft, and `kind`, the one that holds its kind's key.
 * Pointers of findings lead into the form that edits the `content` variable.
 */
export const documentLint: SubmissionCheckHandler = {
  type: NAME,
  title: { ru: 'Проверка документа', en: 'Document lint' },
  settings: {
    type: 'object',
    properties: { content: { type: 'string', minLength: 1, maxLength: 200 }, kind: { type: 'string', minLength: 1, maxLength: 200 } },
    required: ['content', 'kind'],
    additionalProperties: false,
  },
  async run(settings, call, ports) {
    const key = valueAt(call.variables, settings['kind'] as string);
    const found = typeof key === 'string' ? await ports.settings.documentKind(key, call.organisation) : null;
    if (!found) return unknownKind(key, call.locale);
    // What a Word template says is the template's business: there are no clauses to judge.
    if (found.made === 'template') return { findings: [], summary: [] };
    const content = valueAt(call.variables, settings['content'] as string);
    const draft = draftFrom(content !== null && typeof content === 'object' && !Array.isArray(content) ? (content as JsonObject) : {});
    const findings = await lint(draft, found.kind, call, ports);
    return {
      findings: findings.map((finding) => shown(finding, call.locale)),
      summary: summarise(findings).map((line) => textIn(line.text, call.locale)),
    };
  },
};

async function lint(draft: DocumentDraft, kind: Parameters<typeof lintDocument>[1], call: CheckCall, ports: CheckPorts): Promise<LintFinding[]> {
  const named = partiesOf(draft);
  const persons = named.filter((party) => party.startsWith('person:'));
  const others = named.filter((party) => !party.startsWith('person:'));
  const [letterhead, parties, staff, existing] = await Promise.all([
    ports.directory.letterhead(call.organisation), ports.directory.describe(named),
    ports.staff.staff(call.organisation, persons), ports.staff.existing(others),
  ]);
  return lintDocument(composeModel(draft, { kind, letterhead, parties }), kind, { today: call.today, staff, parties: existing });
}

function shown(finding: LintFinding, locale: Locale): Finding {
  return {
    check: NAME, code: finding.code, severity: finding.severity, pointer: formPointer(finding.pointer),
    message: textIn(finding.message, locale), remedy: textIn(finding.remedy, locale),
  };
}

/** The model's head is made of the draft's fields: `/requisites/title` is what the form calls `/title`. */
function formPointer(pointer: string): string {
  if (pointer.startsWith('/requisites/addressees')) return pointer.replace('/requisites/addressees', '/recipients').replace(/\/lines.*$/, '');
  if (pointer.startsWith('/requisites/')) return pointer.slice('/requisites'.length);
  if (pointer.startsWith('/signatures')) return '/signer';
  if (pointer.startsWith('/acquaintance')) return '/acquaint';
  return pointer;
}

function unknownKind(key: unknown, locale: Locale): CheckReport {
  const text = key === null || key === undefined || key === ''
    ? { ru: 'Выберите вид документа: от него зависит проверка', en: 'Choose the kind of document: the check depends on it' }
    : { ru: `Вид документа «${String(key)}» не найден`, en: `Document kind "${String(key)}" is unknown` };
  const message = textIn(text, locale);
  return { findings: [{ check: NAME, code: 'unknown-kind', severity: 'error', pointer: '/kind', message }], summary: [message] };
}
