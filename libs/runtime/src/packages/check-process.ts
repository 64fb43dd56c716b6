import { processDefinitionSchema, type FlowNode, type Performer, type ProcessDefinition } from '@reglament/contracts';
import { problemsOf } from '@reglament/engine';
import type { CheckRegistry, HandlerRegistry } from '@reglament/handlers';
import { compileObjectCheck } from '../services/object-check.js';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile } from './read-package-files.js';

/** What a definition may refer to. */
export interface ProcessSurroundings {
  readonly forms: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly handlers: HandlerRegistry;
  readonly checks: CheckRegistry;
}

const shape = compileObjectCheck(processDefinitionSchema);

/** What is wrong with a definition: its shape, what it refers to outside itself, and what the engine finds in it, such as a join that never goes on. */
export function checkProcess(file: PackageFile, around: ProcessSurroundings): readonly PackageProblem[] {
  const shapeProblems = shape(file.json);
  if (shapeProblems.length > 0) return shapeProblems.map((problem) => ({ file: file.file, ...problem }));
  const definition = file.json as ProcessDefinition;
  const problems: PackageProblem[] = [];
  const note = (pointer: string, found: string, expected: string): void => { problems.push({ file: file.file, pointer, found: `"${found}"`, expected }); };
  for (const [key, node] of Object.entries(definition.nodes)) checkNode(node, `/nodes/${key}`, around, note);
  checkRoles(definition.observers, '/observers', around, note);
  checkRoles(definition.cancel?.performers, '/cancel/performers', around, note);
  const broken = problemsOf(definition, {}, file.file).filter(({ severity }) => severity === 'error');
  return [...problems, ...broken.map(({ pointer, found, expected }) => ({ file: file.file, pointer, found, expected }))];
}

type Note = (pointer: string, found: string, expected: string) => void;

function checkNode(node: FlowNode, pointer: string, around: ProcessSurroundings, note: Note): void {
  const parts = node as Partial<Extract<FlowNode, { type: 'userTask' }>> & { handler?: string; operation?: string };
  checkForm(parts.form, `${pointer}/form`, around, note);
  checkRoles(parts.performers, `${pointer}/performers`, around, note);
  (parts.escalate ?? []).forEach((rung, i) => checkRoles(rung.to, `${pointer}/escalate/${i}/to`, around, note));
  (parts.on ?? []).forEach((event, i) => {
    if (event.type !== 'action') return;
    checkForm(event.form, `${pointer}/on/${i}/form`, around, note);
    checkRoles(event.performers, `${pointer}/on/${i}/performers`, around, note);
  });
  (parts.checks ?? []).forEach((check, i) => checkCheck(check, `${pointer}/checks/${i}`, around, note));
  const handler = handlerOf(node);
  if (handler !== null && !around.handlers.get(handler)) {
    note(node.type === 'serviceTask' ? `${pointer}/handler` : `${pointer}/operation`, handler, `one of the handlers ${around.handlers.types.join(', ')}`);
  }
}

/** The service that a node calls, as the registry knows it; null for nodes that call none. */
export function handlerOf(node: FlowNode): string | null {
  if (node.type === 'serviceTask') return node.handler;
  if (node.type === 'documentTask' && node.operation !== 'sign' && node.operation !== 'register') return `document.${node.operation}`;
  return null;
}

function checkForm(form: string | undefined, pointer: string, around: ProcessSurroundings, note: Note): void {
  if (form !== undefined && !around.forms.has(form)) note(pointer, form, `one of the forms ${[...around.forms].join(', ')}`);
}

function checkRoles(performers: readonly Performer[] | undefined, pointer: string, around: ProcessSurroundings, note: Note): void {
  (performers ?? []).forEach((performer, i) => {
    if ((performer.type === 'role' || performer.type === 'superior') && !around.roles.has(performer.role)) {
      note(`${pointer}/${i}/role`, performer.role, `one of the roles ${[...around.roles].join(', ')}`);
    }
  });
}

function checkCheck(given: { readonly handler: string; readonly settings?: unknown }, pointer: string, around: ProcessSurroundings, note: Note): void {
  const check = around.checks.get(given.handler);
  if (!check) return note(`${pointer}/handler`, given.handler, `one of the checks ${around.checks.types.join(', ')}`);
  for (const problem of compileObjectCheck(check.settings)(given.settings ?? {})) note(`${pointer}/settings${problem.pointer}`, problem.found, problem.expected);
}
