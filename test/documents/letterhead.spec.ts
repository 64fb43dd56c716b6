import { loadInstance } from '@reglament/store';
import { readLetterhead, writeLetterhead } from '@reglament/runtime';
import PizZip from 'pizzip';
import { granted, openOffice, type Office } from '../replay/office.js';

// A real database on a busy machine.
jest.setTimeout(240_000);

let office: Office;
beforeAll(async () => { office = await openOffice(); }, 240_000);
afterAll(() => office.close());

async function registeredOrder(): Promise<string> {
  const [methodist, head, deputy, specialist] = await Promise.all(['methodist', 'head', 'deputy', 'specialist'].map(office.person));
  const { instance } = granted(await office.runtime.startInstance(methodist!, { body: { definition: 'order-issuance' }, idempotencyKey: null }));
  const data = {
    kind: 'order-main', title: 'О проверке бланка', preamble: 'В целях проверки приказываю:', basis: [{ document: 'План работы', number: '1', date: '2026-01-12' }],
    clauses: [{ id: 'c1', type: 'control', text: 'Контроль за исполнением приказа оставляю за собой.' }], signer: head!.person, controller: deputy!.person, acquaint: [specialist!.person],
  };
  const findings = granted(await office.runtime.checkTask(methodist!, { task: (await office.tasks(instance))[0]!.id, data })).findings;
  await office.complete('methodist', instance, 'draft', { outcome: 'submit', data, warningReasons: Object.fromEntries(findings.map(({ code }) => [code, 'учебный пример'])) });
  await office.complete('head', instance, 'signing', { outcome: 'signed', password: office.password('head') });
  await office.complete('clerk', instance, 'registration', { outcome: 'registered', data: { date: office.runtime.shell.clock.localDate('Asia/Krasnoyarsk') } });
  await office.settle();
  return ((await loadInstance(office.database.store, instance))!.snapshot.variables['document'] as { id: string }).id;
}

describe('the letterhead of an office', () => {
  it('prints its emblem in both files of a document, bytes as they were given', async () => {
    const clerk = await office.person('clerk');
    const document = await registeredOrder();
    const [docx, pdf] = await Promise.all((['docx', 'pdf'] as const).map(async (format) => granted(await office.runtime.readDocumentFile(clerk, { document, format })).bytes));
    const kept = (await Promise.all(office.runtime.shell.organisations.all().map(({ id }) => readLetterhead(office.database.store, id)))).flatMap((each) => each?.emblem ?? []);
    expect(kept.length).toBe(1);
    const pictures = Object.entries(new PizZip(docx!).files).filter(([name]) => name.endsWith('.png'));
    expect(pictures.map(([, file]) => Buffer.from(file.asUint8Array()).toString('base64'))).toEqual(kept);
    expect(Buffer.from(pdf!).toString('latin1')).toMatch(/\/Subtype \/Image/u);
  });

  it('refuses an emblem that could not be printed, and keeps the one that it had', async () => {
    const { id } = office.runtime.shell.organisations.all()[0]!;
    const before = await readLetterhead(office.database.store, id);
    await expect(writeLetterhead(office.database.store, id, { lines: ['Отдел'], place: null, emblem: Buffer.from('<svg/>').toString('base64') })).rejects.toThrow(/emblem-unusable.*not-a-png/u);
    expect(await readLetterhead(office.database.store, id)).toEqual(before);
  });
});
