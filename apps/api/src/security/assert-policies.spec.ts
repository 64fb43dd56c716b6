import { Controller, Get } from '@nestjs/common';
import { CONTROLLERS } from '../controllers.js';
import { assertPolicies, endpointsOf, EndpointWithoutPolicy } from './assert-policies.js';
import { SignedIn } from './policy.decorator.js';

describe('the policies of the endpoints', () => {
  it('are there for every endpoint of the product', () => {
    expect(endpointsOf(CONTROLLERS).length).toBeGreaterThan(50);
    expect(() => assertPolicies(CONTROLLERS)).not.toThrow();
  });

  it('are public for sign-in, links, first run, health and formats alone', () => {
    const open = endpointsOf(CONTROLLERS).filter(({ policy }) => policy?.kind === 'public').map(({ controller, method }) => `${controller}.${method}`);
    expect(open.sort()).toEqual(['HealthController.health', 'OpenApiController.description', 'RespondController.open', 'SchemasController.schema', 'SessionController.start', 'SetupController.needed', 'SetupController.setUp']);
  });

  it('stop the boot where one is missing, naming it', () => {
    @Controller('forgotten')
    class ForgottenController {
      @Get('guarded') @SignedIn() guarded(): void {}
      @Get() open(): void {}
    }
    expect(() => assertPolicies([ForgottenController])).toThrow(EndpointWithoutPolicy);
    expect(() => assertPolicies([ForgottenController])).toThrow('ForgottenController.open');
  });
});
