import type { FlowNode } from '@reglament/contracts';
import { start } from '../start.js';
import { advanced, begin, complete, compiledOf, contextAt, effectsOf, end, factsOf, role, startInput, startTo, task } from '../spec-support/scene.js';
import { explainFlow } from './explain-flow.js';
import { explainTask } from './explain-task.js';

const title = (ru: string, en: string) => ({ ru, en });
const nodes = {
  begin: startTo('visas'),
  visas: task('route', { title: title('Согласование', 'Approval'), outcomes: { agreed: { title: title('Согласовано', 'Agreed'), to: 'route' } } }),
  route: {
    type: 'exclusiveGateway', title: title('Кто подписывает', 'Who signs'),
    flows: [{ to: 'done', title: title('Никто', 'Nobody'), when: { variable: 'order.sum', operator: 'equals', value: 0 } }, { to: 'sign', title: title('Начальник', 'The head'), when: { variable: 'order.sum', operator: 'greater', value: 100 } }, { to: 'done', default: true }],
  } as FlowNode,
  sign: task('done', { performers: [...role('head'), { type: 'reference', variable: 'order.signer' }, { type: 'starter' }, { type: 'superior', role: 'director' }], due: { workingDays: 2 } }),
  done: end(),
};
const variables = { variables: { order: { type: 'object' as const, title: title('Проект', 'Draft') } } };
const roles = { role: (key: string) => (key === 'head' ? title('Начальник отдела', 'Head of department') : undefined), calendar: () => title('Россия', 'Russia') };

function explained() {
  const scene = begin(nodes, { order: { sum: 250 } });
  complete(scene, 'visas', { outcome: 'agreed' });
  return { scene, compiled: compiledOf(nodes, variables) };
}

describe('"Why have I got this?"', () => {
  test('is answered by who, by what term and by what way, in both languages', () => {
    const { scene, compiled } = explained();
    const [opened] = effectsOf(scene.effects, 'openTask').slice(-1);
    const sentences = opened ? explainTask(compiled.definition, opened.why, roles) : [];
    expect(sentences.map(({ ru }) => ru)).toEqual([
      'Задача у роли «Начальник отдела» в организации дела',
      'Исполнитель указан в «Проект: signer»',
      'Задача у того, кто начал дело',
      'Задача у роли «director» в вышестоящей организации',
      'Срок: 2 рабочих дня — по 09.11.2026 включительно, календарь «Россия», часовой пояс Europe/Moscow',
      'Шаг «Согласование» завершён с решением «Согласовано»',
      'На развилке «Кто подписывает» выбран путь «Начальник»',
    ]);
    expect(sentences.map(({ en }) => en)).toContain('Due: 2 working days, up to and including 2026-11-09, calendar "Russia", time zone Europe/Moscow');
  });

  test('says when the term depends on a calendar that may still change', () => {
    const why = { performers: null, path: null, due: { term: { workingDays: 0 }, localDate: '2027-01-11', timeZone: 'Europe/Moscow', calendar: 'russia', calendarHash: 'h', at: '', warnings: [{ code: 'calendar.preliminaryYear', subject: '2027' }] } };
    expect(explainTask(compiledOf(nodes).definition, why).map(({ ru }) => ru)).toEqual([
      'Срок: в тот же рабочий день — по 11.01.2027 включительно, календарь «russia», часовой пояс Europe/Moscow', 'Календарь на 2027 год предварительный: срок может сдвинуться',
    ]);
  });

  test('names the boundary event that led to the task', () => {
    const late = { begin: startTo('work'), work: task('done', { on: [{ type: 'timer', key: 'late', title: title('Просрочено', 'Overdue'), after: { workingDays: 1 }, interrupting: true, to: 'chase' }] }), chase: task('done'), done: end() };
    expect(explainTask(compiledOf(late).definition, { performers: [], due: null, path: [{ node: 'work', flow: 'on/late' }] }).map(({ ru }) => ru)).toEqual(['На шаге «Work» сработало «Просрочено»']);
  });
});

describe('"Why this route?"', () => {
  test('is answered by every condition that was tried, and by what was taken', () => {
    const { scene, compiled } = explained();
    const fact = factsOf(scene.effects, 'flowTaken').find(({ node }) => node === 'route');
    const sentences = fact ? explainFlow(compiled.definition, fact) : [];
    expect(sentences.map(({ ru }) => ru)).toEqual(['Условие пути «Никто» не выполнено', 'Условие пути «Начальник» выполнено', 'На развилке «Кто подписывает» выбран путь «Начальник»']);
  });

  test('is answered with the values that decided, for those who may see them', () => {
    const { scene, compiled } = explained();
    const fact = factsOf(scene.effects, 'flowTaken').find(({ node }) => node === 'route');
    const [, second] = fact ? explainFlow(compiled.definition, fact, scene.instance.variables) : [];
    expect(second?.ru).toContain('Проект: sum');
    expect(second?.ru).toContain('250');
  });

  test('tells of a condition that met a name that is missing, without its value', () => {
    const odd = { ...nodes, begin: startTo('route'), route: { type: 'exclusiveGateway', flows: [{ to: 'sign', when: { feel: 'lost > 1' } }, { to: 'done', default: true }] } as FlowNode };
    const { effects } = advanced(start(compiledOf(odd), startInput, contextAt()));
    expect(factsOf(effects, 'flowTaken')[1]).toMatchObject({ data: { flow: 1, verdicts: [false], warnings: [{ code: 'missingName', subject: 'lost' }] } });
  });
});
