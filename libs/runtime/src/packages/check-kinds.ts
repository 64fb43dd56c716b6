import { structuredKindSchema, templateKindSchema, type DocumentKind, type FlowNode, type ProcessDefinition } from '@reglament/contracts';
import { layoutProfiles, reservedTemplateNames } from '@reglament/documents';
import { compileObjectCheck } from '../services/object-check.js';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile, PackageFiles } from './read-package-files.js';

const shapes = { structured: compileObjectCheck(structuredKindSchema), template: compileObjectCheck(templateKindSchema) } as const;

/** Judged by the shape that the file itself names, so that what is wrong is not told twice. */
export function checkKindShape({ file, json }: PackageFile): readonly PackageProblem[] {
  const check = (json as { made?: unknown } | null)?.made === 'template' ? shapes.template : shapes.structured;
  return check(json).map((problem) => ({ file, ...problem }));
}

/** What the kinds of all packages refer to: journals, layouts, templates; and whether templates get what they ask for. */
export function checkKinds(packages: readonly PackageFiles[]): readonly PackageProblem[] {
  const known = {
    journals: new Set(packages.flatMap(({ things }) => things.journals.map(({ key }) => key))),
    layouts: new Set([...layoutProfiles.map(({ key }) => key), ...packages.flatMap(({ things }) => things.layouts.map(({ key }) => key))]),
    templates: new Set(packages.flatMap(({ templates }) => templates.map(({ key }) => key))),
  };
  const kinds = packages.flatMap(({ things }) => things['document-kinds']);
  return [
    ...kinds.flatMap(({ file, json }) => {
      const { journal, layoutProfile, template } = json as { journal?: string; layoutProfile?: string; template?: string };
      return [
        ...unknown(file, '/journal', journal, known.journals, 'journals'),
        ...unknown(file, '/layoutProfile', layoutProfile, known.layouts, 'layouts'),
        ...unknown(file, '/template', template, known.templates, 'templates'),
      ];
    }),
    ...checkFilling(packages, kinds),
  ];
}

function unknown(file: string, pointer: string, key: string | undefined, known: ReadonlySet<string>, what: string): readonly PackageProblem[] {
  return key === undefined || known.has(key) ? [] : [{ file, pointer, found: `"${key}"`, expected: `one of the ${what} ${[...known].join(', ')}` }];
}

/** A task that composes a document of a kind that it names itself has to give what the kind's template asks for, and nothing under a name that is taken. */
function checkFilling(packages: readonly PackageFiles[], kinds: readonly PackageFile[]): readonly PackageProblem[] {
  const names = new Map(packages.flatMap(({ templates }) => templates.map((template) => [template.key, template.names] as const)));
  const asked = new Map(kinds.flatMap(({ key, json }) => {
    const kind = json as Partial<DocumentKind>;
    const wanted = kind.made === 'template' ? names.get(kind.template ?? '') : undefined;
    return wanted === undefined ? [] : [[key, wanted] as const];
  }));
  return packages.flatMap(({ things }) => things.processes.flatMap(({ file, json }) =>
    Object.entries((json as Partial<ProcessDefinition> | null)?.nodes ?? {}).flatMap(([key, node]) => checkNode(node, asked).map((problem) => ({ file, ...problem, pointer: `/nodes/${key}/input${problem.pointer}` })))));
}

function checkNode(node: FlowNode, asked: ReadonlyMap<string, readonly string[]>): readonly Omit<PackageProblem, 'file'>[] {
  if (node?.type !== 'documentTask' || node.operation !== 'compose' || typeof node.kind !== 'object' || !('value' in node.kind)) return [];
  const wanted = asked.get(String(node.kind.value));
  if (wanted === undefined) return [];
  const given = Object.keys(node.input ?? {});
  const taken = given.filter((name) => isReserved(name));
  const absent = wanted.filter((name) => !given.includes(name) && !isReserved(name));
  return [
    ...taken.map((name) => ({ pointer: `/${name}`, found: `"${name}"`, expected: `a name other than ${reservedTemplateNames.join(', ')}` })),
    ...absent.map((name) => ({ pointer: '', found: 'nothing', expected: `"${name}", which the template of the kind asks for` })),
  ];
}

function isReserved(name: string): boolean {
  return (reservedTemplateNames as readonly string[]).includes(name);
}
