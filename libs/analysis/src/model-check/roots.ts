import { start, startChild, type Compiled, type Context, type Json, type Outcome, type Variables } from '@reglament/engine';
import type { Root } from './explore.js';
import { unknown } from './unknown.js';

const STARTER = 'person:00000000-0000-4000-8000-0000000000bb';

/** Where cases of a definition begin: at its start events, and, for the parts of a parallel forEach, at its sub-process. */
export function rootsOf(compiled: Compiled): readonly Root[] {
  const starts = (compiled.starts.get(null) ?? []).map((node): Root => ({ kind: 'start', node }));
  const children = [...compiled.nodes.values()].flatMap((node): readonly Root[] => (node.type === 'subProcess' && node.forEach?.mode === 'parallel' ? [{ kind: 'child', node: node.key }] : []));
  return [...starts, ...children];
}

export function beginAt(compiled: Compiled, context: Context, organisation: string, given: Variables, { kind, node: key }: Root): Outcome {
  const node = compiled.nodes.get(key);
  if (kind === 'start') {
    const form = node?.type === 'startEvent' ? node : null;
    const data = form?.variable ? unknown(`start:${key}`) : form?.form ? {} : null;
    return start(compiled, {
      id: 'case', organisation, starter: { person: STARTER, right: { kind: 'direct' } }, startEvent: key, data: data as { readonly [field: string]: Json } | null, submission: null, variables: given,
    }, context);
  }
  const part = node?.type === 'subProcess' ? node : null;
  const names = [...compiled.childInputs.get(key) ?? part?.input.map(([name]) => name) ?? [], part?.forEach?.as ?? ''];
  return startChild(compiled, {
    id: 'case', parent: { instance: 'parent', activity: 1, index: 0 }, node: key, organisation, starter: STARTER,
    variables: Object.fromEntries(names.map((name) => [name, unknown(`child:${name}`)])),
  }, context);
}
