import { Inject } from '@nestjs/common';

/** The use cases of @reglament/runtime, bound to one shell: what every controller calls. */
export const RUNTIME = Symbol('runtime');
export const InjectRuntime = (): ParameterDecorator => Inject(RUNTIME);
