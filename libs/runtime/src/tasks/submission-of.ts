import type { CompleteTask } from '@reglament/contracts';
import { sealSubmission, type LoadedTask, type NewSubmission } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { formOf } from './human-node.js';
import type { JudgedCompletion } from './judge-completion.js';

/** What is kept of a completion. Overruled warnings stand in the remark, in words, so that whoever reads the case later sees the reason. */
export function submissionOf(live: LiveDefinition, loaded: LoadedTask, caller: Caller, body: CompleteTask, judged: JudgedCompletion): NewSubmission {
  const remark = [remarkOf(body), ...overruledInWords(body, judged)].filter((line) => line !== null).join('\n') || null;
  const data = judged.data ?? {};
  const form = judged.data === null ? null : formOf(live, loaded.task.form);
  return {
    id: randomUUID(), task: loaded.task.id, node: loaded.task.node, outcome: body.outcome, author: caller.person, remark, data,
    form: form && { key: form.key, hash: form.hash }, ...sealSubmission({ data, remark }),
  };
}

export function remarkOf(body: { readonly remark?: string | undefined }): string | null {
  const remark = body.remark?.trim();
  return remark === undefined || remark === '' ? null : remark;
}

function overruledInWords(body: CompleteTask, judged: JudgedCompletion): readonly string[] {
  const seen = new Set<string>();
  return judged.overruled.flatMap(({ code, message }) => {
    if (seen.has(code)) return [];
    seen.add(code);
    return [`⚠ ${message} — ${body.warningReasons?.[code] ?? ''}`];
  });
}
