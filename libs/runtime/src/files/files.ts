import { decide } from '@reglament/access';
import type { FileView } from '@reglament/contracts';
import { attachFiles, filesOf, findFileLink, linkFile, linksOfBytes, MAX_FILE_SIZE, readFile as readStored, saveFile, type FileLink } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { fileTooLarge, invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { caseObject } from '../tasks/task-object.js';
import { isId, readableCase } from '../views/instance-view.js';
import { fileReference, hashOfReference } from './file-references.js';

export interface UploadedFile { readonly id: string; readonly name: string; readonly size: number; readonly type: string }
export interface FileContent { readonly bytes: Buffer; readonly name: string; readonly type: string }

const MAX_NAME = 255;

/** Keeps an upload until a case takes it up; its type is judged by its content, never by what the client says. */
export async function uploadFile(shell: Shell, caller: Caller, given: { readonly name: string; readonly bytes: Uint8Array }): Promise<Answer<UploadedFile>> {
  const name = plainName(given.name);
  if (name === '') return refuse(invalidRequest('fileName', 'У файла нет имени.', 'The file has no name.'));
  if (given.bytes.byteLength > MAX_FILE_SIZE) return refuse(fileTooLarge(MAX_FILE_SIZE));
  const organisation = await shell.people.organisationOf(caller.person);
  if (organisation === null) return refuse(notFound());
  const file = await saveFile(shell.store, given.bytes);
  await linkFile(shell.store, { id: randomUUID(), organisation, hash: file.hash, name, instance: null, addedBy: caller.person });
  return ok({ id: fileReference(file.hash), name, size: file.size, type: file.type });
}

/** A file of a case that the person may read, or an upload of the person's own. */
export async function readFile(shell: Shell, caller: Caller, id: string): Promise<Answer<FileContent>> {
  const hash = hashOfReference(id);
  const link = isId(id) ? await findFileLink(shell.store, id) : null;
  const name = link ? ((await mayRead(shell, caller, link)) ? link.name : null) : hash === null ? null : await nameFor(shell, caller, hash);
  const stored = name === null ? null : await readStored(shell.store, link?.hash ?? (hash as string));
  return stored && name !== null ? ok({ bytes: Buffer.from(stored.bytes), name, type: stored.type }) : refuse(notFound());
}

async function mayRead(shell: Shell, caller: Caller, { instance, addedBy }: Pick<FileLink, 'instance' | 'addedBy'>): Promise<boolean> {
  return instance === null ? addedBy === caller.person : (await readableCase(shell, caller, instance)).ok;
}

/** The name under which the person may read the bytes; null where no link of theirs opens them. */
async function nameFor(shell: Shell, caller: Caller, hash: string): Promise<string | null> {
  for (const link of await linksOfBytes(shell.store, hash)) if (await mayRead(shell, caller, link)) return link.name;
  return null;
}

/** Takes an upload of the caller's into a case. `file`: the reference that the upload was answered with. */
export async function attachFile(shell: Shell, caller: Caller, request: { readonly instance: string; readonly file: string; readonly name: string }): Promise<Answer<FileView>> {
  const readable = await readableCase(shell, caller, request.instance);
  if (!readable.ok) return readable;
  const { loaded, live, context, subject } = readable.value;
  const decision = decide('case.attachFile', subject, caseObject(loaded, live, context));
  if (!decision.allowed) return refuse(noAccess(decision));
  const hash = hashOfReference(request.file);
  const upload = hash === null ? undefined : (await linksOfBytes(shell.store, hash)).find(({ instance, addedBy }) => instance === null && addedBy === caller.person);
  const attached = upload ? await attachFiles(shell.store, [upload.id], request.instance, caller.person) : [];
  const link = attached[0] === undefined ? null : await findFileLink(shell.store, attached[0]);
  if (!link) return refuse(notFound());
  shell.live.changed({ instance: request.instance, parties: [] });
  const [view] = await fileViews(shell, caller, [link]);
  return ok(view as FileView);
}

export async function listFiles(shell: Shell, caller: Caller, instance: string): Promise<Answer<readonly FileView[]>> {
  const readable = await readableCase(shell, caller, instance);
  return readable.ok ? ok(await fileViews(shell, caller, await filesOf(shell.store, instance))) : readable;
}

async function fileViews(shell: Shell, caller: Caller, links: readonly FileLink[]): Promise<readonly FileView[]> {
  const titles = await shell.people.titles(links.map(({ addedBy }) => addedBy), caller.locale);
  return links.map(({ id, name, type, size, addedBy, addedAt }) => ({ id, name, type, size, addedBy: titles.get(addedBy) ?? { reference: addedBy, title: '—' }, at: addedAt }));
}

/** The last part of a path, without control characters: a name to show, never a place to write to. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? '';
  // Control characters must not get into a header.
  return last.replace(/[\u0000-\u001f\u007f]/g, '').trim().slice(0, MAX_NAME);
}
