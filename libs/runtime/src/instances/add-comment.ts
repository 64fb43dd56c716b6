import { decide } from '@reglament/access';
import type { AddComment, CommentView } from '@reglament/contracts';
import { addComment as addStored, commentsOf } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, noAccess } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { readableCase } from '../views/instance-view.js';

const MAX_LENGTH = 4000;

/** Says something in a case. Who may only look on by office does not speak in it. */
export async function addComment(shell: Shell, caller: Caller, request: { readonly instance: string; readonly body: AddComment }): Promise<Answer<readonly CommentView[]>> {
  const readable = await readableCase(shell, caller, request.instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  const decision = decide('case.comment', subject, caseObject(loaded, live, context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const text = request.body.text.trim();
  if (text === '' || text.length > MAX_LENGTH) return refuse(invalidRequest('commentLength', `Напишите от 1 до ${MAX_LENGTH} знаков.`, `Write 1 to ${MAX_LENGTH} characters.`, [{ pointer: '/text', code: 'commentLength', message: 'commentLength' }]));
  await addStored(shell.store, { id: randomUUID(), instance: request.instance, task: request.body.task ?? null, author: caller.person, text });
  shell.live.changed({ instance: request.instance, parties: [] });
  return commentViews(shell, caller, request.instance);
}

export async function listComments(shell: Shell, caller: Caller, instance: string): Promise<Answer<readonly CommentView[]>> {
  const readable = await readableCase(shell, caller, instance);
  return readable.ok ? commentViews(shell, caller, instance) : readable;
}

async function commentViews(shell: Shell, caller: Caller, instance: string): Promise<Answer<readonly CommentView[]>> {
  const comments = await commentsOf(shell.store, instance);
  const titles = await shell.people.titles(comments.map(({ author }) => author), caller.locale);
  return ok(comments.map(({ id, author, at, text, task }) => ({ id, author: titles.get(author) ?? { reference: author, title: '—' }, at, text, task })));
}
