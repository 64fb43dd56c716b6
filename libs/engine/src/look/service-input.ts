import type { Compiled } from '../compile/compiled.js';
import type { Context } from '../context.js';
import { findActivity, openDraft } from '../draft.js';
import type { Instance, Json } from '../instance.js';
import { documentInput } from '../nodes/document-task.js';
import { mapped } from '../parts/service.js';

/** What an open activity would give its service now; null where it waits for none. For trying again once the data were put right. */
export function serviceInputOf(compiled: Compiled, instance: Instance, activity: number, context: Context): { readonly [name: string]: Json } | null {
  const draft = openDraft(compiled, instance, context);
  const node = compiled.nodes.get(findActivity(draft, activity)?.node ?? '');
  if (node?.type === 'documentTask' && node.callsService) return documentInput(draft, node, activity);
  return node?.type === 'serviceTask' ? mapped(draft, node.input, activity) : null;
}
