import type { ClockView } from '@reglament/contracts';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';

export function readClock(shell: Shell, _caller: Caller): Promise<Answer<ClockView>> {
  return Promise.resolve(ok({ realTime: new Date().toISOString(), businessTime: shell.clock.now(), movable: shell.clock.movable }));
}
