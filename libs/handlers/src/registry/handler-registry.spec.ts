import { BUILTIN_CHECKS, BUILTIN_HANDLERS } from '../builtin.js';
import { createCheckRegistry } from './check-registry.js';
import { assertHandlersKnown, createHandlerRegistry } from './handler-registry.js';

describe('the registry of handlers', () => {
  it('boots with the handlers of the product', () => {
    expect(createHandlerRegistry(BUILTIN_HANDLERS).types).toContain('document.render');
    expect(createCheckRegistry(BUILTIN_CHECKS).types).toEqual(['document-lint', 'open-cases', 'text-lint']);
  });

  it('refuses two handlers of one type, and says what to do', () => {
    const [first] = BUILTIN_HANDLERS;
    expect(() => createHandlerRegistry([first, first])).toThrow(/"document\.compose" is defined twice; remove one/);
    const [check] = BUILTIN_CHECKS;
    expect(() => createCheckRegistry([check, check])).toThrow(/defined twice/);
  });

  it('refuses a definition that calls what nobody defines, naming all such nodes at once', () => {
    const registry = createHandlerRegistry(BUILTIN_HANDLERS);
    const uses = [
      { handler: 'document.render', definition: 'a', node: 'render' },
      { handler: 'launch-rocket', definition: 'a', node: 'up' },
      { handler: 'land-rocket', definition: 'b', node: 'down' },
    ];
    expect(() => { assertHandlersKnown(registry, uses); }).toThrow(/launch-rocket[\s\S]*land-rocket/);
    expect(() => { assertHandlersKnown(registry, uses.slice(0, 1)); }).not.toThrow();
  });

  it('runs only what touches our own database inside a transaction', () => {
    const registry = createHandlerRegistry(BUILTIN_HANDLERS);
    expect(registry.isTransactional('document.compose')).toBe(true);
    expect(registry.isTransactional('document.render')).toBe(false);
    expect(registry.isTransactional('nobody')).toBe(false);
  });
});
