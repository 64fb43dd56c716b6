import { advance } from './advance.js';
import type { Command, StartInput } from './command.js';
import type { Compiled } from './compile/compiled.js';
import type { Context } from './context.js';
import type { Effect } from './effect.js';
import { EngineError } from './engine-error.js';
import type { Instance } from './instance.js';
import { start } from './start.js';

/** A command that was carried out, and the context's time at which it was. */
export interface RecordedCommand { readonly command: Command; readonly now: string }

export interface Recording {
  readonly input: StartInput;
  readonly startedAt: string;
  readonly commands: readonly RecordedCommand[];
}

export interface Replayed {
  readonly instance: Instance;
  /** What each step asked of the world: the start first. */
  readonly effects: readonly (readonly Effect[])[];
}

/**
 * Runs a recorded case again. With the definition, the organisations and the calendars on which it ran, the snapshot and all effects come
 * out the same; a dry run gives another definition to see what would have become of the case.
 *
 * @throws EngineError `engine.replayDiverged` when a recorded command is refused now.
 */
export function replay(compiled: Compiled, recording: Recording, contextAt: (now: string) => Context): Replayed {
  const diverged = (found: string) => new EngineError('engine.replayDiverged', { definition: compiled.definition.key, hash: compiled.hash, instance: recording.input.id, found });
  const started = start(compiled, recording.input, contextAt(recording.startedAt));
  if (started.kind === 'refused') throw diverged(`start: ${started.refusal.code}`);
  let { instance } = started;
  const effects = [started.effects];
  recording.commands.forEach(({ command, now }, i) => {
    const step = advance(compiled, instance, command, contextAt(now));
    if (step.kind === 'refused') throw diverged(`command ${i + 1}, ${command.type}: ${step.refusal.code}`);
    instance = step.instance;
    effects.push(step.effects);
  });
  return { instance, effects };
}
