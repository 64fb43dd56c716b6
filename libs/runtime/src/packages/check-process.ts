import type { FlowNode, Performer, ProcessDefinition, TaskPerformer } from '@reglament/contracts';
import { problemsOf, type PinnedDecision } from '@reglament/engine';
import type { StructureNode } from '@reglament/forms';
import type { CheckRegistry, HandlerRegistry } from '@reglament/handlers';
import { compileObjectCheck } from '../services/object-check.js';
import { strayFields } from './check-record-fields.js';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile } from './read-package-files.js';

/** What a definition may refer to. */
export interface ProcessSurroundings {
  readonly forms: ReadonlySet<string>;
  /** The sound ones: what is wrong with the others is told of themselves. */
  readonly decisions: ReadonlyMap<string, PinnedDecision>;
  readonly processes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** With the fields of their form; null where that is not sound itself. */
  readonly registries: ReadonlyMap<string, StructureNode | null>;
  readonly handlers: HandlerRegistry;
  readonly checks: CheckRegistry;
}

/**
 * What is wrong with a definition: all that the engine finds, and what only the surroundings know: its roles, the services behind its
 * document tasks, the settings of its checks.
 */
export function checkProcess(file: PackageFile, around: ProcessSurroundings): readonly PackageProblem[] {
  const resources = {
    decisions: around.decisions, calls: new Map([...around.processes, ...exactVersions(file.json, around)].map((key) => [key, ''])), forms: new Map([...around.forms].map((key) => [key, ''])),
    handlers: new Set(around.handlers.types), checks: new Set(around.checks.types),
  };
  const errors = problemsOf(file.json, resources, file.file).filter(({ severity }) => severity === 'error');
  const known = errors.map(({ file: name, pointer, found, expected }): PackageProblem => ({ file: name, pointer, found, expected }));
  const misshapen = errors.some(({ code }) => code.startsWith('definition.'));
  return misshapen ? known : [...known, ...checkSurroundings(file, file.json as ProcessDefinition, around)];
}

/** Whether a process has such a version is known where it is published. */
function exactVersions(json: unknown, { processes }: ProcessSurroundings): readonly string[] {
  const nodes = Object.values((json as Partial<ProcessDefinition> | null)?.nodes ?? {}) as readonly (Partial<FlowNode> | null)[];
  return nodes.flatMap((node) => (node?.type === 'callActivity' && typeof node.version === 'object' && processes.has(node.process ?? '') ? [`${node.process ?? ''}@${node.version.exact}`] : []));
}

function checkSurroundings(file: PackageFile, definition: ProcessDefinition, around: ProcessSurroundings): readonly PackageProblem[] {
  const problems: PackageProblem[] = [];
  const note: Note = (pointer, found, expected) => { problems.push({ file: file.file, pointer, found: `"${found}"`, expected }); };
  for (const [key, node] of Object.entries(definition.nodes)) checkNode(node, `/nodes/${key}`, around, note);
  checkRoles(definition.observers, '/observers', around, note);
  checkRoles(definition.cancel?.performers, '/cancel/performers', around, note);
  return problems;
}

type Note = (pointer: string, found: string, expected: string) => void;

function checkNode(node: FlowNode, pointer: string, around: ProcessSurroundings, note: Note): void {
  const parts = node as Partial<Extract<FlowNode, { type: 'userTask' }>>;
  checkRoles(parts.performers, `${pointer}/performers`, around, note);
  (parts.escalate ?? []).forEach((rung, i) => checkRoles(rung.to, `${pointer}/escalate/${i}/to`, around, note));
  (parts.on ?? []).forEach((event, i) => { if (event.type === 'action') checkRoles(event.performers, `${pointer}/on/${i}/performers`, around, note); });
  if (node.type === 'subProcess' && node.event?.type === 'action') checkRoles(node.event.performers, `${pointer}/event/performers`, around, note);
  (parts.checks ?? []).forEach((given, i) => {
    const check = around.checks.get(given.handler);
    if (!check) return; // the engine has told of it
    for (const problem of compileObjectCheck(check.settings)(given.settings ?? {})) note(`${pointer}/checks/${i}/settings${problem.pointer}`, problem.found, problem.expected);
  });
  if (node.type === 'callActivity' && node.version === 'latest' && !around.processes.has(node.process)) note(`${pointer}/process`, node.process, `one of the processes ${[...around.processes].join(', ')}`);
  const handler = handlerOf(node);
  if (node.type === 'serviceTask') {
    for (const name of around.handlers.get(node.handler)?.performerInputs ?? []) {
      const given = node.input?.[name];
      if (given && 'value' in given && Array.isArray(given.value)) checkRoles(given.value as readonly Performer[], `${pointer}/input/${name}/value`, around, note);
    }
    checkRecords(node, pointer, around, note);
  }
  if (node.type === 'documentTask' && handler !== null && !around.handlers.get(handler)) note(`${pointer}/operation`, handler, `one of the handlers ${around.handlers.types.join(', ')}`);
}

/** The registry that a service names itself, and the fields of its records. */
function checkRecords({ handler, input }: Extract<FlowNode, { type: 'serviceTask' }>, pointer: string, around: ProcessSurroundings, note: Note): void {
  const { registryInputs = [], recordInputs = [] } = around.handlers.get(handler) ?? {};
  for (const name of registryInputs) {
    const given = input?.[name];
    if (!given || !('value' in given)) continue;
    const form = around.registries.get(String(given.value));
    if (form === undefined) note(`${pointer}/input/${name}/value`, String(given.value), `one of the registries ${[...around.registries.keys()].join(', ')}`);
    for (const fields of form ? recordInputs : []) {
      const named = input?.[fields];
      for (const stray of named && form ? strayFields(named, form) : []) note(`${pointer}/input/${fields}`, stray.field, `one of the fields ${stray.expected.join(', ')}`);
    }
  }
}

/** The service that a node calls, as the registry knows it; null for nodes that call none. */
export function handlerOf(node: FlowNode): string | null {
  if (node.type === 'serviceTask') return node.handler;
  if (node.type === 'documentTask' && node.operation !== 'sign' && node.operation !== 'register') return `document.${node.operation}`;
  return null;
}

function checkRoles(performers: readonly TaskPerformer[] | undefined, pointer: string, around: ProcessSurroundings, note: Note): void {
  (performers ?? []).forEach((performer, i) => {
    if ((performer.type === 'role' || performer.type === 'superior') && !around.roles.has(performer.role)) {
      note(`${pointer}/${i}/role`, performer.role, `one of the roles ${[...around.roles].join(', ')}`);
    }
  });
}
