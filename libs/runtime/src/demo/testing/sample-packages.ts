import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const organisation = { timeZone: 'Europe/Moscow', calendar: 'always' };
const files = {
  organisations: [
    { key: 'school', parent: 'office', kind: 'school', fullName: 'Школа № 1', shortName: 'Школа', ...organisation },
    { key: 'office', kind: 'office', fullName: 'Отдел образования', shortName: 'Отдел', letterhead: ['ГОРОД', 'ОТДЕЛ'], place: 'г. Заречный', ...organisation },
  ],
  people: [
    { key: 'one', lastName: 'Лугова', firstName: 'Мария', patronymic: 'Денисовна', gender: 'female', login: 'chief', employments: [{ organisation: 'office', position: 'keeper' }], roles: [{ role: 'chief', organisation: 'office' }] },
    { key: 'two', lastName: 'Яснов', firstName: 'Пётр', gender: 'male', login: 'stand-in', employments: [{ organisation: 'school', position: 'pupil' }], roles: [] },
    { key: 'three', lastName: 'Елагина', firstName: 'Вера', gender: 'female', employments: [{ organisation: 'school', position: 'pupil' }], roles: [] },
  ],
  substitutions: [{ absent: 'one', substitute: 'two', fromDay: 0, toDay: 10, basis: 'Приказ об отпуске' }],
} as const;

/** Writes two small packages to `root`: one with words and a calendar, one that brings a demo base of two organisations and three people. */
export async function samplePackages(root: string, given: Partial<Readonly<Record<keyof typeof files | 'cases', unknown>>> = {}, calendar = 'Always'): Promise<void> {
  const years = { 2026: { status: 'approved', basis: 'a test', days: {} } };
  await writeJson(root, 'workflows/words/reglament.json', { format: 1, key: 'words', title: 'Words', version: '1.0.0' });
  await writeJson(root, 'workflows/words/roles.json', [{ key: 'chief', title: 'Начальник', permissions: ['managePeople'] }]);
  await writeJson(root, 'workflows/words/positions.json', [{ key: 'keeper', title: 'Хранитель', head: true }, { key: 'pupil', title: 'Учитель' }]);
  await writeJson(root, 'workflows/words/calendars/always.json', { format: 1, id: 'always', title: calendar, timeZone: 'Europe/Moscow', years });
  await writeJson(root, 'workflows/town/reglament.json', { format: 1, key: 'town', title: 'Town', version: '1.0.0', requires: ['words'], demo: true });
  for (const [name, items] of Object.entries({ ...files, ...given })) await writeJson(root, `workflows/town/samples/${name}.json`, items);
}

async function writeJson(root: string, file: string, value: unknown): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), JSON.stringify(value));
}
