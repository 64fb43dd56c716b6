import type { ProcessDefinition } from '@reglament/contracts';
import { problemsOf, type DefinitionProblem } from '@reglament/engine';
import { ruleFindings } from '../rules/rule-findings.js';
import { readXml, type XmlFault, type XmlLimits } from '../xml/read-xml.js';
import { attribute, childrenOf, everyElement, idOf, isBpmn, type XmlElement } from '../xml/xml-element.js';
import type { FileContext } from './import-context.js';
import { resolveOptions, type ImportOptions } from './import-options.js';
import { createKeys } from './keys.js';
import { importProcess } from './import-process.js';
import { isUntouched } from './own-file.js';
import { reportAside } from './report-aside.js';
import { createReport, type BothTexts, type ReportEntry } from './report.js';

/** One process of the file. `warnings`: what the check of definitions says of it; its errors keep it from being published, not from being read. */
export interface ImportedProcess { readonly id: string; readonly definition: ProcessDefinition; readonly findings: readonly DefinitionProblem[] }

/** Why nothing of a file was imported. `element`: the id that the file gives it, or null where the file as a whole is at fault. */
export interface BpmnProblem { readonly code: XmlFault | 'notBpmn' | 'noProcess' | 'refused'; readonly element: string | null; readonly message: BothTexts }

export type BpmnImport =
  | { readonly kind: 'imported'; readonly processes: readonly ImportedProcess[]; readonly report: readonly ReportEntry[] }
  | { readonly kind: 'refused'; readonly problems: readonly BpmnProblem[]; readonly report: readonly ReportEntry[] };

/**
 * Reads a BPMN 2.0 file, each process of it into a definition (OMG formal/2013-12-09, §10 and §13). Nothing is approximated silently: the
 * report has every element with what became of it, and one element that cannot be read refuses the file. A file that `exportBpmn` wrote
 * and nobody has touched gives back exactly the definition that it was written from.
 *
 * @param xml the text of the file; what is larger or deeper than `limits`, or has a DOCTYPE, is refused before it is looked at.
 */
export function importBpmn(xml: string, options: ImportOptions = {}, limits?: XmlLimits): BpmnImport {
  const read = readXml(xml, limits);
  if (read.kind === 'fault') return refusal(read.fault, { ru: `${FAULTS[read.fault].ru}: ${read.found}`, en: `${FAULTS[read.fault].en}: ${read.found}` });
  const { root } = read;
  if (!isBpmn(root, 'definitions')) return refusal('notBpmn', { ru: `Это не BPMN 2.0: корень «${root.name}»`, en: `This is no BPMN 2.0: its root is “${root.name}”` });
  const context = fileContext(root, resolveOptions(options));
  const own = childrenOf(root, 'process').some((process) => isUntouched(root, process));
  // What we have written is ours to answer for: the definition is checked, not its drawing.
  if (!own) ruleFindings(root, context);
  const processes = childrenOf(root, 'process').flatMap((process) => importProcess(context, root, process) ?? []);
  for (const element of root.children) if (isBpmn(element)) reportRoot(context, element);
  if (!own) reportAside(root, context);
  const { entries } = context.report;
  const problems = entries.flatMap(({ verdict, element, message }): BpmnProblem[] => (verdict === 'refused' && message ? [{ code: 'refused', element, message }] : []));
  if (problems.length > 0) return { kind: 'refused', problems, report: entries };
  if (processes.length === 0) return { ...refusal('noProcess', { ru: 'В файле нет ни одного процесса', en: 'The file has no process' }), report: entries };
  return { kind: 'imported', processes: processes.map(({ id, definition }) => ({ id, definition, findings: problemsOf(definition) })), report: entries };
}

const FAULTS: Readonly<Record<XmlFault, BothTexts>> = {
  tooLarge: { ru: 'Файл слишком велик', en: 'The file is too large' },
  doctype: { ru: 'Файлы с DOCTYPE и сущностями не принимаются', en: 'Files with a DOCTYPE or entities are not taken' },
  entity: { ru: 'Сущности не принимаются', en: 'Entities are not taken' },
  tooDeep: { ru: 'Слишком глубокая вложенность', en: 'Nested too deeply' },
  tooMany: { ru: 'Слишком много элементов', en: 'Too many elements' },
  malformed: { ru: 'Это не правильный XML', en: 'This is not well-formed XML' },
  empty: { ru: 'Файл пуст', en: 'The file is empty' },
};

function refusal(code: BpmnProblem['code'], message: BothTexts): Extract<BpmnImport, { kind: 'refused' }> {
  return { kind: 'refused', problems: [{ code, element: null, message }], report: [] };
}

function fileContext(root: XmlElement, options: ReturnType<typeof resolveOptions>): FileContext {
  const byId = new Map<string, XmlElement>();
  for (const element of everyElement(root)) {
    const id = idOf(element);
    if (id !== undefined && isBpmn(element) && !byId.has(id)) byId.set(id, element);
  }
  const give = createKeys();
  const processKeys = new Map(childrenOf(root, 'process').map((process) => [idOf(process) ?? '', give(idOf(process) ?? attribute(process, 'name') ?? 'process')] as const));
  const language = attribute(root, 'expressionLanguage');
  return { options, report: createReport(), byId, processKeys, language: language ?? null };
}

/** What else a file has beside its processes. */
function reportRoot(context: FileContext, element: XmlElement): void {
  switch (element.name) {
    case 'process': case 'message': case 'signal': case 'error': case 'escalation': case 'itemDefinition': case 'interface': return;
    case 'collaboration':
      for (const child of element.children.filter((candidate) => isBpmn(candidate))) context.report.approximated(child, { holder: idOf(element) ?? 'collaboration' }, 'участники и потоки сообщений опущены: сообщение находит ждущего по имени и корреляции', 'participants and message flows are left out: a message finds who waits for it by name and correlation');
      return;
    default:
      context.report.approximated(element, { holder: idOf(element) ?? element.name }, 'на ход дела не влияет и опущено', 'has no part in the flow and is left out');
  }
}
