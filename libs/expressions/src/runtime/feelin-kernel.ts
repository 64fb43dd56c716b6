import { evaluate, FeelFunction } from 'feelin';

/** What feelin gives for one pair of values, and whether it complained. */
export interface KernelAnswer {
  readonly value: unknown;
  readonly failed: boolean;
}

export type Kernel = (...values: readonly unknown[]) => KernelAnswer;

const kernels = new Map<string, Kernel>();

/**
 * An operation of feelin as a function, parsed once. Temporal values, lists, contexts and ranges go this way, so that their semantics are
 * feelin's own; the source is always a constant of ours, never text of a user.
 */
export function kernelOf(parameters: readonly string[], body: string): Kernel {
  const source = `function(${parameters.join(', ')}) ${body}`;
  let kernel = kernels.get(source);
  if (!kernel) {
    kernel = makeKernel(source);
    kernels.set(source, kernel);
  }
  return kernel;
}

/** `value instance of <type>` for a type as a user wrote it; undefined when feelin does not know it. Not kept: users write many. */
export function instanceKernel(type: string): Kernel | undefined {
  try {
    return makeKernel(`function(value) value instance of ${type}`);
  } catch {
    return undefined;
  }
}

function makeKernel(source: string): Kernel {
  const { value, warnings } = evaluate(source);
  if (!(value instanceof FeelFunction)) throw new Error(`Not an operation of feelin: ${source}`);
  return (...values) => {
    try {
      const answer: unknown = value.invoke([...values]);
      return { value: answer === undefined ? null : answer, failed: warnings.length > 0 };
    } catch {
      // feelin throws for what it cannot do (a range of mixed types); an expression that cannot be answered is null.
      return { value: null, failed: true };
    } finally {
      // The list belongs to the one evaluation that made the function, and would grow for ever.
      warnings.length = 0;
    }
  };
}
