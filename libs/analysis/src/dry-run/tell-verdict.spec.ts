import type { ProcessDefinition } from '@reglament/contracts';
import { tellVerdict } from './tell-verdict.js';
import type { DryRunVerdict } from './verdict.js';

const draft = { format: 1, key: 'p', title: 'P', nodes: { check: { type: 'userTask', title: { ru: 'Проверка', en: 'Check' } }, sign: { type: 'userTask', title: { ru: 'Подпись', en: 'Signature' } } } } as unknown as ProcessDefinition;

describe('a verdict in words', () => {
  test.each<[string, DryRunVerdict, string, string]>([
    ['the same way', { kind: 'sameWay', otherTerms: [], otherPerformers: [] }, 'Прошло бы так же', 'It would go the same way'],
    ['other terms and performers', { kind: 'sameWay', otherTerms: ['check'], otherPerformers: ['sign'] }, 'Прошло бы так же; другие сроки: «Проверка»; другие исполнители: «Подпись»', 'It would go the same way; other terms: «Check»; other performers: «Signature»'],
    ['another way', { kind: 'anotherWay', at: 'check', expected: { type: 'to', node: 'sign' }, found: { type: 'to', node: 'gone' } }, 'На шаге «Проверка» пошло бы иначе: было → «Подпись», стало бы → «gone»', 'At «Check» it would go another way: it was → «Signature», it would be → «gone»'],
    ['another number of parts', { kind: 'anotherWay', at: 'check', expected: { type: 'parts', count: 3 }, found: { type: 'parts', count: null } }, 'На шаге «Проверка» пошло бы иначе: было частей: 3, стало бы без частей', 'At «Check» it would go another way: it was parts: 3, it would be without parts'],
    ['an outcome that is no more', { kind: 'stops', at: 'sign', why: { type: 'refused', refusal: { code: 'unknownOutcome', outcome: 'no', allowed: [] } } }, 'Остановилось бы на шаге «Подпись»: решения «no» больше нет', 'It would stop at «Signature»: the outcome "no" is no more'],
    ['a step that is never reached', { kind: 'stops', at: 'sign', why: { type: 'notReached', waitsAt: ['check'] } }, 'Остановилось бы на шаге «Подпись»: до него не доходит, ждёт: «Проверка»', 'It would stop at «Signature»: it is never reached, waiting at: «Check»'],
    ['a form that refuses', { kind: 'stops', at: 'sign', why: { type: 'formRefuses', form: 'paper', fields: ['/name'] } }, 'Остановилось бы на шаге «Подпись»: форма paper не приняла бы данные: /name', 'It would stop at «Signature»: the form paper would not take the data: /name'],
  ])('says %s', (_, verdict, ru, en) => {
    expect(tellVerdict(draft, verdict)).toEqual({ ru, en });
  });
});
