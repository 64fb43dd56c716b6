import type { CatchEvent, FlowNode, ProcessDefinition, ThrowEvent } from '@reglament/contracts';
import { linksOf } from '../compile/graph.js';
import { error } from './finding.js';
import { pointerTo, type Finding } from './problem.js';

/** A link leads to its pair alone; everything else that is thrown goes on by `next`. */
export function throwFindings(definition: ProcessDefinition, key: string, node: ThrowEvent): readonly Finding[] {
  if (node.event?.type !== 'link') {
    return node.next !== undefined ? [] : [error('node.nextMissing', pointerTo('nodes', key), {
      found: 'no "next"', expected: '"next"', message: [`Событию «${key}» некуда вести`, `The event "${key}" leads nowhere`], remedy: ['Добавьте «next»', 'Add "next"'],
    })];
  }
  const { name } = node.event;
  const findings: Finding[] = [];
  if (!linksOf(definition).has(key)) {
    findings.push(error('event.linkWithoutPair', pointerTo('nodes', key, 'event', 'name'), {
      found: `"${name}"`, expected: 'the name of a catching link in the same scope', message: [`Для ссылки «${name}» нет принимающего события`, `No event catches the link "${name}"`],
      remedy: ['Добавьте catchEvent с той же ссылкой в том же подпроцессе', 'Add a catchEvent with the same link in the same scope'],
    }));
  }
  if (node.next !== undefined) {
    findings.push(error('node.notForEvent', pointerTo('nodes', key, 'next'), {
      found: '"next" beside a link', expected: 'no "next": the link itself leads on', message: [`У ссылки «${key}» не бывает «next»`, `The link "${key}" cannot have "next"`], remedy: ['Уберите «next»', 'Remove "next"'],
    }));
  }
  return findings;
}

/** One place for one name, to which something leads. */
export function catchFindings(definition: ProcessDefinition, key: string, node: CatchEvent): readonly Finding[] {
  if (node.event.type !== 'link') return [];
  const { name } = node.event;
  const findings: Finding[] = [];
  const first = Object.entries(definition.nodes).find(([, other]) => isCatchingLink(other, name) && other.in === node.in)?.[0];
  if (first !== key) {
    findings.push(error('event.linkTwice', pointerTo('nodes', key, 'event', 'name'), {
      found: `"${name}", which "${first ?? ''}" catches too`, expected: 'a name of its own', message: [`Ссылку «${name}» принимают два события`, `Two events catch the link "${name}"`], remedy: ['Переименуйте одну из ссылок', 'Rename one of the links'],
    }));
  }
  if (node.on !== undefined) {
    findings.push(error('node.notForEvent', pointerTo('nodes', key, 'on'), {
      found: '"on" at a link', expected: 'no such key: a link does not wait', message: [`Ссылка «${key}» ничего не ждёт, граничных событий у неё не бывает`, `The link "${key}" waits for nothing, so it has no boundary events`], remedy: ['Уберите «on»', 'Remove "on"'],
    }));
  }
  return findings;
}

function isCatchingLink(node: FlowNode, name: string): boolean {
  return node.type === 'catchEvent' && node.event.type === 'link' && node.event.name === name;
}
