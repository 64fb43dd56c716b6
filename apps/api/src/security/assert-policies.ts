import 'reflect-metadata';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ENDPOINT_POLICY, type EndpointPolicy } from './policy.decorator.js';

export class EndpointWithoutPolicy extends Error {
  constructor(readonly endpoints: readonly string[]) {
    super(`Every endpoint carries a policy (@Public, @SignedIn, @ByLink, @Permitted or @OnObject); these have none: ${endpoints.join(', ')}`);
  }
}

export interface Endpoint { readonly controller: string; readonly method: string; readonly policy: EndpointPolicy | null }

/** Every routed method of the controllers, with its policy. */
export function endpointsOf(controllers: readonly { readonly name: string; readonly prototype: object }[]): Endpoint[] {
  return controllers.flatMap((controller) =>
    Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(([method, { value }]: [string, PropertyDescriptor]) =>
      method !== 'constructor' && typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value)
        ? [{ controller: controller.name, method, policy: (Reflect.getMetadata(ENDPOINT_POLICY, value) as EndpointPolicy | undefined) ?? null }]
        : []),
  );
}

/** Called at boot and by a spec: the product does not start, and the build fails, with an endpoint that anybody forgot. */
export function assertPolicies(controllers: Parameters<typeof endpointsOf>[0]): void {
  const without = endpointsOf(controllers).filter(({ policy }) => policy === null);
  if (without.length > 0) throw new EndpointWithoutPolicy(without.map(({ controller, method }) => `${controller}.${method}`));
}
