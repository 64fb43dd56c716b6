import PizZip from 'pizzip';
import type { CompleteTask } from '@reglament/contracts';
import type { Caller } from '@reglament/runtime';
import { findDocument, loadInstance, signaturesOf, verify, type TaskListRow } from '@reglament/store';
import { contentHashOf } from '@reglament/documents';
import { granted, openOffice, type Office } from '../replay/office.js';

/** Thursday, 10:00 in the town of the demo base, so that three working days go over a weekend. */
const THURSDAY = Date.parse('2026-11-26T03:00:00Z');

let office: Office;
let people: Record<'methodist' | 'head' | 'deputy' | 'specialist' | 'clerk' | 'admin', Caller>;

beforeAll(async () => {
  const began = Date.now();
  office = await openOffice(undefined, () => THURSDAY + Date.now() - began);
  const logins = ['methodist', 'head', 'deputy', 'specialist', 'clerk', 'admin'] as const;
  people = Object.fromEntries(await Promise.all(logins.map(async (login) => [login, await office.person(login)]))) as typeof people;
}, 120_000);
afterAll(() => office.close());

const annual = () => ({ kind: 'annual', begins: '2026-12-14', ends: '2026-12-27', substitute: people.specialist.person });

async function begin(): Promise<string> {
  return granted(await office.runtime.startInstance(people.methodist, { body: { definition: 'leave-request' }, idempotencyKey: null })).instance;
}

async function taskAt(instance: string, node: string): Promise<TaskListRow> {
  const task = (await office.tasks(instance)).find((each) => each.node === node);
  if (!task) throw new Error(`nothing open at ${node}`);
  return task;
}

async function complete(who: Caller, instance: string, node: string, body: CompleteTask) {
  return office.runtime.completeTask(who, { task: (await taskAt(instance, node)).id, body, idempotencyKey: null });
}

/** An application that waits for the head. */
async function signed(data: object = annual()): Promise<string> {
  const instance = await begin();
  granted(await complete(people.methodist, instance, 'application', { outcome: 'submit', data: { ...data } }));
  await office.settle();
  granted(await complete(people.methodist, instance, 'signing', { outcome: 'signed', password: office.password('methodist') }));
  return instance;
}

async function documentOf(instance: string) {
  const loaded = await loadInstance(office.database.store, instance);
  return (await findDocument(office.database.store, (loaded!.snapshot.variables['document'] as { id: string }).id))!;
}

async function textOf(document: string): Promise<string> {
  const file = granted(await office.runtime.readDocumentFile(people.clerk, { document, format: 'docx' }));
  const xml = new PizZip(file.bytes).file('word/document.xml')!.asText();
  return xml.split('</w:p>').map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('')).join('\n').replaceAll('\u00a0', ' ');
}

describe('a request for leave', () => {
  it('goes from the form to a number and a Word file', async () => {
    const instance = await signed();
    const approval = granted(await office.runtime.viewTask(people.head, (await taskAt(instance, 'approval')).id));
    expect(approval.why).toEqual(expect.arrayContaining(['Отсчёт: 3 рабочих дня после четверга 26.11.2026, последний — вторник 01.12.2026.', 'Не считались: 28–29.11.2026 (выходные).']));
    granted(await complete(people.head, instance, 'approval', { outcome: 'approved' }));
    granted(await complete(people.specialist, instance, 'consent', { outcome: 'agreed' }));
    const registered = granted(await complete(people.clerk, instance, 'registration', { outcome: 'registered' }));
    expect(registered.facts).toMatchObject({ number: '1-о', date: '2026-11-26' });
    await office.settle();

    const document = await documentOf(instance);
    expect(document).toMatchObject({ kind: 'leave-application', state: 'registered', number: '1-о', rendering: 'ready', title: 'о предоставлении ежегодного оплачиваемого отпуска' });
    const text = await textOf(document.id);
    expect(text).toContain('Начальнику отдела образования\nО. П. Берёзкиной\nот старшего методиста\nЛуговой Марии Денисовны');
    expect(text).toContain('ЗАЯВЛЕНИЕ\nО предоставлении ежегодного оплачиваемого отпуска');
    expect(text).toContain('Прошу предоставить мне ежегодный оплачиваемый отпуск с 14 декабря 2026 г. по 27 декабря 2026 г. включительно продолжительностью 14 календарных дней.');
    expect(text).toContain('исполнять Вьюгина Наталья Викторовна (ведущий специалист)');
    expect(text).toMatch(/26 ноября 2026 г\.[\s\S]*простой электронной подписью: М. Д. Лугова[\s\S]*Согласовано: Начальник отдела образования О. П. Берёзкина[\s\S]*Регистрационный номер: 1-о/);
    expect(text).not.toMatch(/Причина|Приложение|[{}]|person:/);

    granted(await complete(people.methodist, instance, 'acquaintance', { outcome: 'seen' }));
    expect((await loadInstance(office.database.store, instance))!.snapshot).toMatchObject({ status: 'completed', result: 'granted', state: 'granted', businessKey: '1-о' });
    expect((await documentOf(instance)).state).toBe('executed');
  }, 120_000);

  it('is signed with the template that makes it', async () => {
    const instance = await signed();
    const document = await documentOf(instance);
    const [signature] = await signaturesOf(office.database.store, document.id);
    expect(signature).toMatchObject({ contentHash: document.contentHash, templateHash: document.templateHash });
    expect((document.content as { template: string }).template).toBe(document.templateHash);
    const report = await verify(office.database.store, { documentHash: (content) => contentHashOf(content as Parameters<typeof contentHashOf>[0]) });
    expect(report.checks.find(({ name }) => name === 'document-content')).toMatchObject({ outcome: 'holds' });
  }, 60_000);

  it('tells what the form wants of each kind of leave, at its fields', async () => {
    const instance = await begin();
    const pointers = async (data: object): Promise<readonly string[]> => {
      const answer = await complete(people.methodist, instance, 'application', { outcome: 'submit', data: { ...data } });
      if (answer.ok) throw new Error('it was taken');
      expect(answer.refusal).toMatchObject({ status: 422 });
      return (answer.refusal.errors ?? []).map(({ pointer }) => pointer);
    };
    expect(await pointers({})).toEqual(expect.arrayContaining(['/data/kind', '/data/begins', '/data/ends', '/data/substitute']));
    expect(await pointers({ ...annual(), kind: 'unpaid' })).toEqual(['/data/reason']);
    expect(await pointers({ ...annual(), kind: 'study' })).toEqual(['/data/summons']);
    expect(await pointers({ ...annual(), ends: '2026-12-01' })).toEqual(['/data/ends']);
    expect(await pointers({ ...annual(), begins: '2026-11-26' })).toEqual(['/data/begins']);
    expect(await pointers({ ...annual(), substitute: people.methodist.person })).toEqual(['/data/substitute']);
    // Who applies is not for the form to say: an applicant that was put in is put back.
    expect(await pointers({ ...annual(), applicant: people.head.person, substitute: people.methodist.person })).toEqual(['/data/substitute']);
  }, 60_000);

  it('keeps nothing of what a kind of leave does not ask for, and prints the reason where it does', async () => {
    const instance = await signed({ ...annual(), kind: 'unpaid', reason: 'семейные обстоятельства', days: 999 });
    const content = (await documentOf(instance)).content as { data: Record<string, unknown> };
    expect(content.data).toMatchObject({ reason: 'семейные обстоятельства', days: 14 });
    expect(await textOf((await documentOf(instance)).id)).toContain('Причина: семейные обстоятельства.');
    const other = await signed({ ...annual(), reason: 'осталось от другого вида' });
    expect((await documentOf(other)).content).not.toHaveProperty('data.reason');
  }, 60_000);

  it('names the letter of summons that a study leave came with', async () => {
    const { id, name, size } = granted(await office.runtime.uploadFile(people.methodist, { name: 'вызов.pdf', bytes: Buffer.from('%PDF-1.7 Справка-вызов на сессию') }));
    const instance = await signed({ ...annual(), kind: 'study', summons: { id, name, size } });
    expect(await textOf((await documentOf(instance)).id)).toContain('Прошу предоставить мне учебный отпуск с 14 декабря 2026 г.');
    expect(await textOf((await documentOf(instance)).id)).toContain('Приложение: справка-вызов образовательной организации («вызов.pdf»).');
    // Who decides reads it on the page too, in the words of the form.
    const view = granted(await office.runtime.viewDocument(people.head, (await documentOf(instance)).id));
    expect(view.fields).toEqual(expect.arrayContaining([{ label: 'Первый день', text: '14 декабря 2026 г.' }, { label: 'Справка-вызов', text: 'вызов.pdf', files: [{ id, name }] }]));
    expect(JSON.stringify(view.fields)).toContain('Вьюгина Наталья Викторовна');
    expect(JSON.stringify(view.fields)).not.toMatch(/person:|2026-12|study/);
  }, 60_000);

  it('refuses, at its field, a letter of summons that is no document by its content, whatever its name says', async () => {
    const instance = await begin();
    for (const file of ['вызов.txt', 'вызов.pdf', 'вызов.docx']) {
      const { id, name, size } = granted(await office.runtime.uploadFile(people.methodist, { name: file, bytes: Buffer.from('Справка-вызов на сессию') }));
      const answer = await complete(people.methodist, instance, 'application', { outcome: 'submit', data: { ...annual(), kind: 'study', summons: { id, name, size } } });
      expect(answer).toMatchObject({ ok: false, refusal: { status: 422, code: 'formInvalid', errors: [{ pointer: '/data/summons', code: 'fileType', message: `«${file}» не подходит: нужен файл PDF, JPG, PNG, DOCX` }] } });
    }
  }, 60_000);

  it('comes back with a remark, and is another version when it was corrected', async () => {
    const instance = await signed();
    expect(await complete(people.head, instance, 'approval', { outcome: 'returned' })).toMatchObject({ ok: false, refusal: { status: 422 } });
    granted(await complete(people.head, instance, 'approval', { outcome: 'returned', remark: 'Перенесите на январь' }));
    const rework = granted(await office.runtime.viewTask(people.methodist, (await taskAt(instance, 'rework')).id));
    expect(rework).toMatchObject({ data: annual(), returned: { remark: 'Перенесите на январь', decision: 'Вернуть на исправление' } });
    granted(await complete(people.methodist, instance, 'rework', { outcome: 'submit', data: { ...annual(), begins: '2027-01-11', ends: '2027-01-13' } }));
    const document = await documentOf(instance);
    expect(document).toMatchObject({ version: 2, state: 'draft' });
    await office.settle();
    const seen = await textOf(document.id);
    // What is signed is seen before: without the number and the marks that come later.
    expect(seen).toMatch(/с 11 января 2027 г\.[\s\S]*____ {2}М. Д. Лугова/);
    expect(seen).not.toMatch(/электронной|Согласовано|Регистрационный/);
    const diff = granted(await office.runtime.diffDocument(people.methodist, { document: document.id, from: 1, to: 2 }));
    expect(diff.parts.map(({ place }) => place).sort()).toEqual(['Календарных дней', 'Первый день', 'Последний день']);
    granted(await complete(people.methodist, instance, 'signing', { outcome: 'signed', password: office.password('methodist') }));
    granted(await complete(people.head, instance, 'approval', { outcome: 'approved' }));
    granted(await complete(people.specialist, instance, 'consent', { outcome: 'declined', remark: 'Я в командировке' }));
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['rework']);
  }, 60_000);

  it('waits three working days for the head: from Thursday until Tuesday evening', async () => {
    const instance = await signed();
    // 18:00 in Krasnoyarsk, UTC+7
    expect(Date.parse((await taskAt(instance, 'approval')).dueAt ?? '')).toBe(Date.parse('2026-12-01T11:00:00Z'));
  }, 60_000);

  it('is rejected, or withdrawn by whoever asked, without a number', async () => {
    const rejected = await signed();
    granted(await complete(people.head, rejected, 'approval', { outcome: 'rejected', remark: 'Отчётный период' }));
    expect((await loadInstance(office.database.store, rejected))!.snapshot).toMatchObject({ status: 'completed', result: 'rejected' });
    const withdrawn = await signed();
    const action = granted(await office.runtime.viewInstance(people.methodist, withdrawn)).actions.find(({ key }) => key === 'withdraw')!;
    granted(await office.runtime.triggerAction(people.methodist, { instance: withdrawn, activity: action.activity, action: 'withdraw', body: { remark: 'Планы изменились' }, idempotencyKey: null }));
    expect((await loadInstance(office.database.store, withdrawn))!.snapshot).toMatchObject({ status: 'completed', result: 'withdrawn' });
    expect([await documentOf(rejected), await documentOf(withdrawn)]).toMatchObject([{ state: 'withdrawn', number: null }, { state: 'withdrawn', number: null }]);
  }, 60_000);

  it('is decided by who stands in for the head, on the days of the substitution alone', async () => {
    const instance = await signed();
    expect(await complete(people.deputy, instance, 'approval', { outcome: 'approved' })).toMatchObject({ ok: false });
    granted(await office.runtime.addSubstitution(people.admin, { absent: people.head.person, substitute: people.deputy.person, from: '2026-11-27', to: '2026-11-30', basis: 'приказ об отпуске' }));
    expect(await complete(people.deputy, instance, 'approval', { outcome: 'approved' })).toMatchObject({ ok: false });
    granted(await office.runtime.moveClock(people.admin, { to: '2026-11-27T03:00:00Z' }));
    granted(await complete(people.deputy, instance, 'approval', { outcome: 'approved' }));
    const history = granted(await office.runtime.viewHistory(people.clerk, instance));
    expect(history.find(({ kind, node }) => kind === 'taskCompleted' && node === 'approval')).toMatchObject({ by: { reference: people.deputy.person }, forPerson: { reference: people.head.person } });
    expect((await office.tasks(instance)).map(({ node }) => node)).toEqual(['consent']);
  }, 60_000);
});
