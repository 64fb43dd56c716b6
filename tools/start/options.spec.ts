import { readOptions } from './options.mjs';

describe('the options of npm start', () => {
  it('are port 3000 and demo data when nothing is said', () => {
    expect(readOptions([], {})).toEqual({ empty: false, port: 3000 });
  });

  it('take the port from the command line before the environment', () => {
    expect(readOptions(['--port', '8080'], { REGLAMENT_PORT: '9090' })).toEqual({ empty: false, port: 8080 });
    expect(readOptions(['--empty'], { REGLAMENT_PORT: '9090' })).toEqual({ empty: true, port: 9090 });
  });

  it.each([[['--port', '0']], [['--port', '65536']], [['--port', '80a']], [['--prot', '80']], [['stray']]])('refuse %j', (args) => {
    expect(() => readOptions(args, {})).toThrow(expect.objectContaining({ name: 'Refusal' }));
  });
});
