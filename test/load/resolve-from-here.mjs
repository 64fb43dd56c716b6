import { register } from 'node:module';

// `limit.mjs` is run unmodified from outside the repository, where no node_modules are: its packages are looked up here instead.
register(`data:text/javascript,${encodeURIComponent(`
export function resolve(specifier, context, next) {
  const bare = !/^(node:|[./]|[a-z]+:)/.test(specifier);
  return next(specifier, bare ? { ...context, parentURL: ${JSON.stringify(import.meta.url)} } : context);
}`)}`);
