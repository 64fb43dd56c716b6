import { buildPanel } from './build/build-panel.mjs';
import { runMain } from './lib/main.mjs';

await runMain(buildPanel);
