import type { TemplateDocument, TemplateParty } from '@reglament/contracts';
import { renderTemplate, templateData } from '@reglament/documents';
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertToPdf } from '../../libs/runtime/src/services/office-suite.js';
import { hasPdftotext, readPageLines } from './read-page-lines.js';

const hasOfficeSuite = (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => ['soffice', 'libreoffice'].some((name) => {
  try {
    accessSync(path.join(folder, name), constants.X_OK);
    return path.isAbsolute(folder);
  } catch {
    return false;
  }
}));
const canRead = hasOfficeSuite && hasPdftotext;
const describeWithOffice = canRead ? describe : describe.skip;

const person = (n: number): `person:${string}` => `person:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const party = (n: number, surname: string, name: string, patronymic: string, position: string): TemplateParty =>
  ({ party: person(n), title: `${surname} ${name} ${patronymic}`, surname, name, patronymic, gender: 'female', position: { title: position } });
const [head, applicant, substitute] = [
  party(1, 'Берёзкина', 'Ольга', 'Петровна', 'Начальник отдела образования'), party(2, 'Луговая', 'Мария', 'Денисовна', 'Старший методист'), party(3, 'Вьюгина', 'Наталья', 'Викторовна', 'Ведущий специалист'),
];
const content: TemplateDocument = {
  format: 1, made: 'template', kind: 'leave-application', template: 'a'.repeat(64), requisites: { organisation: ['Отдел образования'], title: 'о предоставлении ежегодного оплачиваемого отпуска' },
  data: { addressee: person(1), applicant: person(2), substitute: person(3), leave: 'ежегодный оплачиваемый отпуск', begins: '2026-12-14', ends: '2026-12-27', days: 14 },
  parties: Object.fromEntries([head, applicant, substitute].map((each) => [each.party, each])),
};

function application(): Uint8Array {
  const data = templateData(content, { number: '1-о', date: '2026-11-26', signatures: [{ person: applicant, at: '26.11.2026 10:00 (UTC+7)', code: '7F3A-91C2' }], approvals: [{ person: head, at: '26.11.2026 10:05' }] });
  const filled = renderTemplate(readFileSync(path.join(process.cwd(), 'workflows/leave-request/templates/leave-application.docx')), data, '2026-11-26T03:00:00Z');
  if (!filled.ok) throw new Error(filled.faults.map(({ code }) => code).join());
  return filled.bytes;
}

// The first start of a profile takes many seconds on a busy machine.
jest.setTimeout(300_000);

describeWithOffice(`Word to PDF by the office suite of this machine${canRead ? '' : ' (skipped: no soffice or no pdftotext)'}`, () => {
  it('makes one page of a request for leave, within its margins, with every word of it', async () => {
    const pdf = await convertToPdf(application());
    const pages = readPageLines(pdf!);
    expect(pages.length).toBe(1);
    const text = pages[0]!.map((line) => line.text).join('\n');
    for (const piece of ['Начальнику отдела образования', 'О. П. Берёзкиной', 'от старшего методиста', 'Луговой Марии Денисовны', 'ЗАЯВЛЕНИЕ', '(ведущий специалист)', 'Подписано простой электронной подписью', '7F3A-91C2', 'Регистрационный номер: 1-о']) expect(text).toContain(piece);
    expect(Math.min(...pages[0]!.map((line) => line.left))).toBeGreaterThanOrEqual(29.5);
    expect(Math.max(...pages[0]!.map((line) => line.right))).toBeLessThanOrEqual(200.5);
    expect(Math.min(...pages[0]!.map((line) => line.top))).toBeGreaterThanOrEqual(19);
  });

  it('sets whole lines apart, and leaves no date, number or initial torn', async () => {
    const [page] = readPageLines((await convertToPdf(application()))!);
    const body = page!.filter((line) => line.text.includes('Прошу') || line.text.includes('включительно'));
    expect(body[1]!.bottom - body[0]!.bottom).toBeGreaterThan(5.5);
    for (const line of page!) expect(line.text).not.toMatch(/(?:^|\s)(?:с|\d{1,2}|\p{Lu}\.)$/u);
  });
});
