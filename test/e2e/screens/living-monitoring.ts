import type { Colleague } from './colleague.js';
import type { Desks } from './living-cases.js';

const DISTRICTS = { district1: 'Берёзовский', district2: 'Вишнёвский', district3: 'Горный' };

/** A monitoring whose answers are summed up: a map of whoever has answered, figures, and the answers behind each. */
export async function livingMonitoring({ at, day }: Desks, title: string): Promise<void> {
  const [methodist, head] = [await at('methodist'), await at('head')];
  await methodist.complete(await methodist.start('monitoring-cycle'), 'passport', 'submit', {
    // The base may hold a monitoring of another test.
    warningReasons: { 'open-case': 'Другой цикл ещё собирается' },
    data: {
      title, kind: 'service', year: 2026, basis: 'План работы отдела образования', periodFrom: day(-330), periodTo: day(-1), deadline: day(14), quorum: 90, hideBelow: 0, announce: false, resultsOrder: false,
      respondents: await Promise.all(Object.values(DISTRICTS).map((name) => methodist.find('organisation', `ММС «${name}»`))),
      indicators: [
        { code: 'm1', direction: 'Сопровождение молодых педагогов', name: 'Муниципальная Школа молодого педагога', type: 'bool' },
        { code: 'm2', direction: 'Сопровождение молодых педагогов', name: 'Школа молодого педагога в организациях', type: 'ratio', base: 'общеобразовательных организаций' },
        { code: 'm3', direction: 'Информационная открытость', name: 'Число групп объединений', type: 'range' },
      ],
    },
  });
  await head.complete(title, 'approval', 'approved');
  for (const [n, login] of Object.keys(DISTRICTS).entries()) {
    const [respondent, director] = [await at(login), await at(`${login}-head`)];
    const items = [{ id: 'm1', flag: 'yes' }, { id: 'm2', numerator: 8 - n, denominator: 9 + n }, { id: 'm3', min: 3, max: 5 }];
    await sent(respondent, title, items);
    await director.complete(title, 'confirm', 'confirmed');
    await methodist.complete(title, 'check', 'accepted');
  }
  await methodist.task(title, 'assessment');
}

/** The rows of a questionnaire are made from the passport; each answer goes into the row of its indicator. */
async function sent(respondent: Colleague, title: string, answers: readonly { readonly id: string }[]): Promise<void> {
  const { data } = await respondent.read<{ data: { items: readonly { id: string }[] } }>(`/tasks/${await respondent.task(title, 'fill')}`);
  await respondent.complete(title, 'fill', 'sent', { data: { items: data.items.map((row) => ({ ...row, ...answers.find(({ id }) => id === row.id) })) } });
}
