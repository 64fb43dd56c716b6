import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { PolicyName } from '@reglament/access';
import type { Permission } from '@reglament/contracts';

/**
 * Who may call an endpoint. `public` and `session` say all by themselves; `permission` is decided by the guard; `object` names the
 * policy that the use case asks when it has loaded the object, so that the table of endpoints can be read in one place.
 */
export type EndpointPolicy =
  | { readonly kind: 'public' }
  | { readonly kind: 'session' }
  /** Whoever came by a personal link, for the task of that link alone. */
  | { readonly kind: 'link' }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'object'; readonly policy: PolicyName };

export const ENDPOINT_POLICY = 'reglament:policy';

export const Public = (): CustomDecorator => SetMetadata(ENDPOINT_POLICY, { kind: 'public' } satisfies EndpointPolicy);
export const SignedIn = (): CustomDecorator => SetMetadata(ENDPOINT_POLICY, { kind: 'session' } satisfies EndpointPolicy);
export const ByLink = (): CustomDecorator => SetMetadata(ENDPOINT_POLICY, { kind: 'link' } satisfies EndpointPolicy);
export const Permitted = (permission: Permission): CustomDecorator => SetMetadata(ENDPOINT_POLICY, { kind: 'permission', permission } satisfies EndpointPolicy);
/** The use case behind the endpoint asks this policy about the object. */
export const OnObject = (policy: PolicyName): CustomDecorator => SetMetadata(ENDPOINT_POLICY, { kind: 'object', policy } satisfies EndpointPolicy);
