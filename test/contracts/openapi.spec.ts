import { execFileSync } from 'node:child_process';

describe('the schemas of the answers', () => {
  it('are those that the interfaces of the contracts give now', () => {
    expect(() => execFileSync(process.execPath, ['tools/openapi/generate.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
  }, 60_000);
});
