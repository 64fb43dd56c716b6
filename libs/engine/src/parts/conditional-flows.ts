import type { ExclusiveGateway } from '@reglament/contracts';
import type { Compiler } from '../compile/compiler.js';
import type { CompiledCondition } from '../expressions.js';
import type { Exit } from '../tokens.js';

/** A flow out of a gateway that asks conditions. */
export interface CompiledFlow { readonly exit: Exit; readonly when: CompiledCondition | null; readonly isDefault: boolean }

export function compileFlows(key: string, flows: ExclusiveGateway['flows'], compiler: Compiler): readonly CompiledFlow[] {
  return flows.map((flow, i) => ({
    exit: { to: flow.to, flow: i, via: `${key}/${i}` },
    when: flow.when === undefined ? null : compiler.condition(flow.when, `/nodes/${key}/flows/${i}/when`),
    isDefault: flow.default === true,
  }));
}
