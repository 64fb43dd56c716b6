import type { Variables } from '../instance.js';
import { begin, complete, effectsOf, end, factsOf, OFFICE, startTo, task, taskAt, type Scene } from '../spec-support/scene.js';

const answer = (more: object = {}) => task('done', { performers: [{ type: 'invite', address: { variable: 'school.mail' }, ...more }] });
const opened = (more: object = {}, school: Variables = { mail: 'school@office.test' }): Scene => begin({ begin: startTo('answer'), answer: answer(more), done: end() }, { school });

describe('a task for somebody without an account', () => {
  test('asks for a link for the address, for whoever holds it', () => {
    const scene = opened();
    const { id, performers } = taskAt(scene.instance, 'answer');
    expect(performers).toEqual([`invitation:${id}@${OFFICE}`]);
    expect(effectsOf(scene.effects, 'invite')).toEqual([{ type: 'invite', task: id, node: 'answer', addresses: ['school@office.test'], graceDays: 14 }]);
  });

  test('asks for one for each address of a list, each once, for as long as the process says', () => {
    const scene = opened({ graceDays: 3 }, { mail: ['a@office.test', 'b@office.test', ' a@office.test ', 'nobody', 7] });
    expect(effectsOf(scene.effects, 'invite')).toMatchObject([{ addresses: ['a@office.test', 'b@office.test'], graceDays: 3 }]);
  });

  test('is opened without an address too, for a link that is handed over', () => {
    for (const mail of [null, '', 'nobody', []]) expect(effectsOf(opened({}, { mail }).effects, 'invite')).toMatchObject([{ addresses: [null] }]);
  });

  test('names the organisation that the link holder answers for', () => {
    const scene = opened({ organisation: 'school.id' }, { mail: 'a@office.test', id: 'organisation:7' });
    expect(taskAt(scene.instance, 'answer').performers).toEqual([`invitation:${taskAt(scene.instance, 'answer').id}@7`]);
  });

  test('leaves no address in history', () => {
    const scene = opened();
    complete(scene, 'answer');
    expect(JSON.stringify(factsOf(scene.effects))).not.toContain('school@office.test');
    expect(scene.instance.status).toBe('completed');
  });
});
