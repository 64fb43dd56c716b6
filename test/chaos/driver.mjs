import { randomUUID } from 'node:crypto';
import { loadDefinition } from './load-definition.mjs';

const rest = () => new Promise((resolve) => { setTimeout(resolve, 100); });

/**
 * Starts cases and completes whatever task it finds, until it is stopped. What was acknowledged goes into the ledger; what was left
 * without an answer is asked again, under the same key, before anything else.
 *
 * @param openEnough tasks that are open at once, about: beyond it work is completed rather than started
 */
export function drive(people, ledger, random, openEnough) {
  let running = true;
  const statistics = { ok: 0, refused: 0, unknown: 0, repeated: 0 };
  /** Requests without an answer: they outlive a round, as a client's own do. */
  const pending = [];

  async function send(request) {
    const answer = await request.person.post(request.path, request.body, request.key);
    statistics[answer.outcome] += 1;
    if (answer.outcome === 'unknown') {
      pending.push(request);
      return rest(); // the product is down: a moment, as any client would
    }
    if (answer.outcome !== 'ok') return;
    const { value } = answer;
    ledger.write({ kind: request.kind, key: request.key, actor: request.person.actor, instance: value.instance, task: value.task ?? null, number: value.facts?.number ?? null });
  }

  async function act(person) {
    const again = pending.shift();
    if (again) {
      statistics.repeated += 1;
      await send(again);
      return;
    }
    const found = await person.get(`/tasks?scope=available&definition=${loadDefinition.key}&limit=50`);
    if (found.outcome !== 'ok') return rest();
    const tasks = found.value.items;
    if (tasks.length < openEnough && random.next() < 0.3) {
      return send({ kind: 'start', person, key: randomUUID(), path: '/process-instances', body: { definition: loadDefinition.key } });
    }
    if (tasks.length === 0) return send({ kind: 'start', person, key: randomUUID(), path: '/process-instances', body: { definition: loadDefinition.key } });
    const task = random.pick(tasks);
    return send({ kind: 'complete', person, key: randomUUID(), path: `/tasks/${task.id}/complete`, body: { outcome: 'done' } });
  }

  const loops = people.map(async (person) => {
    while (running) await act(person);
  });
  return {
    statistics,
    /** Ends the load once every request without an answer has been asked again. */
    async finish() {
      running = false;
      await Promise.all(loops);
      for (let round = 0; pending.length > 0 && round < 200; round += 1) {
        await send(pending.shift());
      }
      if (pending.length > 0) throw new Error(`${pending.length} requests got no answer from a product that is left alone`);
    },
  };
}
