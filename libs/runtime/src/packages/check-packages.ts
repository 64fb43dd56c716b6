import { checkCalendar } from '@reglament/calendar';
import {
  decisionTableSchema, journalSchema, layoutProfileSchema, packageManifestSchema, PERMISSIONS, positionsSchema, rolesSchema, workingCalendarSchema,
  type DecisionTable, type Journal, type PackageManifest, type WorkingCalendar,
} from '@reglament/contracts';
import { readMask } from '@reglament/documents';
import { compileDecisionTable } from '@reglament/expressions';
import { problemsOfForm } from '@reglament/forms';
import { compileObjectCheck, type ObjectCheck } from '../services/object-check.js';
import { checkKinds, checkKindShape } from './check-kinds.js';
import { checkRegistries } from './check-registries.js';
import type { PackageProblem } from './package-problem.js';
import type { PackageFile, PackageFiles, PackageFolder, ReadPackages } from './read-package-files.js';

const shapes: Readonly<Partial<Record<PackageFolder | 'manifest' | 'roles' | 'positions', ObjectCheck>>> = {
  manifest: compileObjectCheck(packageManifestSchema), roles: compileObjectCheck(rolesSchema), positions: compileObjectCheck(positionsSchema),
  journals: compileObjectCheck(journalSchema),
  layouts: compileObjectCheck(layoutProfileSchema), calendars: compileObjectCheck(workingCalendarSchema),
  'decision-tables': compileObjectCheck(decisionTableSchema),
};

/** Everything that is wrong with the packages as files, each thing by itself and the references between them. Processes are judged apart. */
export function checkPackages(read: ReadPackages): readonly PackageProblem[] {
  const { packages, sharedForms } = read;
  return [
    ...packages.flatMap(checkOne),
    ...sharedForms.flatMap((file) => checkForm(file)),
    ...checkRequired(packages),
    ...checkKinds(packages),
    ...checkRegistries(read),
    ...checkUnique(packages, sharedForms),
  ];
}

function checkOne(given: PackageFiles): readonly PackageProblem[] {
  return [
    ...shape('manifest', given.manifest),
    ...keyIs(given.manifest, given.folder),
    ...shape('roles', given.roles), ...checkPermissions(given.roles),
    ...shape('positions', given.positions),
    ...given.things.forms.flatMap(checkForm),
    ...given.things['document-kinds'].flatMap((file) => [...checkKindShape(file), ...keyIs(file)]),
    ...given.things.layouts.flatMap((file) => [...shape('layouts', file), ...keyIs(file)]),
    ...given.things.journals.flatMap((file) => [...shape('journals', file), ...keyIs(file), ...checkMask(file)]),
    ...given.things.calendars.flatMap((file) => [...shape('calendars', file), ...checkDays(file)]),
    ...given.things['decision-tables'].flatMap((file) => [...shape('decision-tables', file), ...keyIs(file), ...checkCells(file)]),
    ...given.things.registries.flatMap((file) => keyIs(file)),
    ...given.things.processes.flatMap((file) => keyIs(file)),
  ];
}

function shape(name: keyof typeof shapes, file: PackageFile | null): readonly PackageProblem[] {
  return file === null ? [] : (shapes[name]?.(file.json) ?? []).map((problem) => ({ file: file.file, ...problem }));
}

/** A file is named for its key, so that a thing is found by its name and no two files of a folder are one thing. */
function keyIs(file: PackageFile | null, expected = file?.key): readonly PackageProblem[] {
  const key = (file?.json as { key?: unknown } | null)?.key;
  return file === null || key === expected ? [] : [{ file: file.file, pointer: '/key', found: JSON.stringify(key ?? null), expected: `"${expected ?? ''}", the name of the file` }];
}

function checkForm(file: PackageFile): readonly PackageProblem[] {
  return [...keyIs(file), ...problemsOfForm(file.json).map(({ pointer, found, expected }) => ({ file: file.file, pointer, found, expected: expected.en }))];
}

function checkPermissions(roles: PackageFile | null): readonly PackageProblem[] {
  if (roles === null || shapes.roles?.(roles.json).length !== 0) return [];
  return (roles.json as { permissions?: string[] }[]).flatMap((role, i) => (role.permissions ?? []).flatMap((permission, j) =>
    ((PERMISSIONS as readonly string[]).includes(permission) ? [] : [{ file: roles.file, pointer: `/${i}/permissions/${j}`, found: `"${permission}"`, expected: `one of ${PERMISSIONS.join(', ')}` }])));
}

function checkMask(file: PackageFile): readonly PackageProblem[] {
  if (shapes.journals?.(file.json).length !== 0) return [];
  const { mask } = file.json as Journal;
  try {
    readMask(mask);
    return [];
  } catch (error) {
    return [{ file: file.file, pointer: '/mask', found: `"${mask}"`, expected: (error as Error).message }];
  }
}

function checkDays(file: PackageFile): readonly PackageProblem[] {
  if (shapes.calendars?.(file.json).length !== 0) return [];
  return checkCalendar(file.json as WorkingCalendar).map(({ path, found, message }) => ({ file: file.file, pointer: path, found, expected: message.en }));
}

function checkCells(file: PackageFile): readonly PackageProblem[] {
  if (shapes['decision-tables']?.(file.json).length !== 0) return [];
  const compiled = compileDecisionTable(file.json as DecisionTable);
  return compiled.kind === 'compiled' ? [] : compiled.problems.map(({ pointer, problem }) => ({ file: file.file, pointer, found: problem.found, expected: problem.expected }));
}

function checkRequired(packages: readonly PackageFiles[]): readonly PackageProblem[] {
  const known = new Set(packages.map(({ folder }) => folder));
  return packages.flatMap(({ manifest }) => ((manifest?.json as Partial<PackageManifest> | null)?.requires ?? []).flatMap((key, i) =>
    (manifest === null || known.has(key) ? [] : [{ file: manifest.file, pointer: `/requires/${i}`, found: `"${key}"`, expected: `one of the packages ${[...known].join(', ')}` }])));
}

/** One key means one thing over all packages: otherwise the order of loading would decide. */
function checkUnique(packages: readonly PackageFiles[], sharedForms: readonly PackageFile[]): readonly PackageProblem[] {
  const seen = new Map<string, string>();
  const all = [...sharedForms.map((file) => ['forms', file] as const), ...packages.flatMap(({ things, templates }) => Object.entries({ ...things, templates }).flatMap(([folder, files]) => files.map((file) => [folder, file] as const)))];
  return all.flatMap(([folder, { file, key }]) => {
    const first = seen.get(`${folder}/${key}`);
    if (first !== undefined) return [{ file, pointer: '/key', found: `"${key}"`, expected: `a key that ${first} has not taken` }];
    seen.set(`${folder}/${key}`, file);
    return [];
  });
}
