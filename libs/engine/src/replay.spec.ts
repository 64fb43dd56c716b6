import { compileCalendar } from '@reglament/calendar';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from './compile/compile-definition.js';
import type { Context, OrganisationFacts } from './context.js';
import type { Effect } from './effect.js';
import type { Instance } from './instance.js';
import { replay, type Recording } from './replay.js';

/** A case that an earlier version ran, with all that its answers depended on and all that it gave. Never to be recorded anew. */
interface Fixture {
  readonly calendar: Parameters<typeof compileCalendar>[0];
  readonly organisation: Omit<OrganisationFacts, 'calendar'>;
  readonly definition: Parameters<typeof compile>[0];
  readonly recording: Recording;
  readonly instance: Instance;
  readonly effects: readonly Effect[];
}

const folder = path.join(__dirname, 'fixtures');
const fixtures = readdirSync(folder).filter((file) => file.startsWith('replay-'));

function load(file: string): Fixture & { readonly contextAt: (now: string) => Context } {
  const fixture = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Fixture;
  const organisation: OrganisationFacts = { ...fixture.organisation, calendar: compileCalendar(fixture.calendar) };
  return { ...fixture, contextAt: (now) => ({ now, organisations: new Map([[organisation.id, organisation]]) }) };
}

describe('a case that was recorded', () => {
  test('by every earlier version is there to be replayed', () => {
    expect(fixtures).toContain('replay-0.1.0.json');
  });

  test.each(fixtures)('in %s gives the same snapshot and the same effects today', (file) => {
    const { definition, recording, instance, effects, contextAt } = load(file);
    const replayed = replay(compile(definition), recording, contextAt);
    expect(replayed.instance).toEqual(instance);
    expect(replayed.effects.flat()).toEqual(effects);
  });

  test('and is refused on replay is a fault that says where it parted', () => {
    const { definition, recording, contextAt } = load('replay-0.1.0.json');
    const [first] = recording.commands;
    const twice = { ...recording, commands: first ? [first, first] : [] };
    expect(() => replay(compile(definition), twice, contextAt)).toThrow('command 2, fireTimer: timerNotOpen');
  });
});
