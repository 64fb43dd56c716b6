import type { FlowNode, Outcome } from '@reglament/contracts';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** What is repeated goes on once, whatever its runs came to; and it is repeated in one way only. */
export function repetitionFindings(key: string, node: FlowNode): readonly Finding[] {
  const findings: Finding[] = [];
  const forEach = 'forEach' in node ? node.forEach : undefined;
  const loop = 'loop' in node ? node.loop : undefined;
  if (forEach !== undefined && loop !== undefined) {
    findings.push(error('node.loopBesideForEach', pointerTo('nodes', key, 'loop'), {
      found: '"loop" beside "forEach"', expected: 'one of them', message: [`«${key}» повторяется и по списку, и по условию`, `"${key}" is repeated for items and while a condition holds at once`],
      remedy: ['Вложите одно повторение в подпроцесс с другим', 'Put the one repetition into a sub-process with the other'],
    }));
  }
  const targets = [...new Set(Object.values('outcomes' in node ? node.outcomes ?? {} : {}).flatMap((outcome) => { const { to, returnTo = [] } = outcome as Outcome; return [to, ...returnTo]; }))];
  if (targets.length > 1 && (forEach !== undefined || loop?.testBefore === true)) {
    findings.push(error('node.outcomesDiffer', pointerTo('nodes', key, 'outcomes'), {
      found: `outcomes that lead to ${targets.join(', ')}`, expected: 'all outcomes leading to one node',
      message: [`Задание «${key}» повторяется по списку, поэтому его исходы ведут дальше все вместе`, `The task "${key}" is repeated for each item, so its outcomes go on together`],
      remedy: ['Направьте все исходы в один узел и разделите пути шлюзом по «counters»', 'Lead all outcomes to one node and part the ways there with a gateway over "counters"'],
    }));
  }
  return findings;
}
