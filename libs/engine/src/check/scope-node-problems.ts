import type { AdHocSubProcess, ProcessDefinition, SubProcess } from '@reglament/contracts';
import { handlersOf, startersByAdHoc } from '../compile/graph.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** A sub-process either stands in the flow or waits for its event: `next` and `event` exclude each other. */
export function subProcessFindings(definition: ProcessDefinition, key: string, node: SubProcess): readonly Finding[] {
  const findings: Finding[] = [];
  if (node.event === undefined && node.next === undefined && !handlersOf(definition).has(key)) {
    findings.push(error('node.nextMissing', pointerTo('nodes', key), {
      found: 'neither "next" nor "event"', expected: 'one of them', message: [`Подпроцессу «${key}» некуда вести и нечего ждать`, `The sub-process "${key}" leads nowhere and waits for nothing`],
      remedy: ['Добавьте «next», а событийному подпроцессу — «event»', 'Add "next", or "event" for an event sub-process'],
    }));
  }
  const refused = node.event === undefined ? (['freezes'] as const) : (['next', 'forEach', 'loop', 'input', 'output', 'on'] as const);
  for (const property of refused) {
    if (node[property] === undefined) continue;
    findings.push(error('node.notForEvent', pointerTo('nodes', key, property), {
      found: node.event === undefined ? `"${property}" without "event"` : `"${property}" beside "event"`, expected: node.event === undefined ? '"event"' : 'no such key: nothing leads to or from it',
      message: node.event === undefined
        ? [`Ключ «${property}» бывает только у событийного подпроцесса`, `Only an event sub-process may have "${property}"`]
        : [`У событийного подпроцесса «${key}» не бывает «${property}»`, `The event sub-process "${key}" cannot have "${property}"`],
      remedy: [`Уберите «${property}»`, `Remove "${property}"`],
    }));
  }
  if (node.output !== undefined && node.forEach !== undefined) {
    findings.push(error('node.outputBesideForEach', pointerTo('nodes', key, 'output'), {
      found: '"output" beside "forEach"', expected: 'no "output": of what is repeated for items the counters come back', message: [`Подпроцесс «${key}» повторяется по списку, и «output» у него не бывает`, `The sub-process "${key}" is repeated for items and cannot have "output"`],
      remedy: ['Уберите «output»; итог по списку даёт «counters»', 'Remove "output"; what became of the items is in "counters"'],
    }));
  }
  if (node.freezes === true && node.event !== undefined && 'interrupting' in node.event && node.event.interrupting) {
    findings.push(error('node.notForEvent', pointerTo('nodes', key, 'freezes'), {
      found: '"freezes" at an event that interrupts', expected: '"interrupting": false', message: [`«${key}» прерывает остальное: останавливать сроки не у чего`, `"${key}" interrupts everything else: no terms are left to stand still`],
      remedy: ['Сделайте событие непрерывающим или уберите «freezes»', 'Make the event not interrupt or remove "freezes"'],
    }));
  }
  return findings;
}

/** Something must be there to begin, and something must end it. */
export function adHocFindings(definition: ProcessDefinition, key: string, node: AdHocSubProcess): readonly Finding[] {
  const findings: Finding[] = [];
  const starters = startersByAdHoc(definition).get(key) ?? [];
  if (starters.length === 0) {
    findings.push(error('scope.startMissing', pointerTo('nodes', key), {
      found: 'no node that may be begun', expected: 'a node inside to which no flow leads', message: [`В «${key}» нечего начинать`, `Nothing in "${key}" can be begun`],
      remedy: [`Добавьте узел с «"in": "${key}"», к которому не ведёт переход`, `Add a node with "in": "${key}" to which no flow leads`],
    }));
  }
  for (const starter of starters) {
    const type = definition.nodes[starter]?.type;
    if (type === 'userTask' || node.begin === 'system') continue;
    findings.push(error('node.notForEvent', pointerTo('nodes', starter, 'type'), {
      found: `${type ?? 'nothing'} at the beginning of a part of "${key}"`, expected: 'userTask: its performers may begin it', message: [`Часть «${starter}» начинают люди`, `The part "${starter}" is begun by people`],
      remedy: ['Начните часть с userTask', 'Begin the part with a userTask'],
    }));
  }
  if (node.begin !== 'system' && node.until === undefined && !(node.on ?? []).some(({ interrupting }) => interrupting)) {
    findings.push(error('flow.noWayOut', pointerTo('nodes', key), {
      found: 'neither "until" nor an event that interrupts', expected: 'one of them', message: [`«${key}» никогда не закончится`, `"${key}" never ends`],
      remedy: ['Добавьте условие «until» или прерывающее событие', 'Add "until" or an event that interrupts'],
    }));
  }
  return findings;
}
