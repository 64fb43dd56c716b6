import { verifyBase } from '@reglament/runtime';
import type { CheckReport } from '@reglament/store';
import type { Command } from '../command.js';
import { withStore } from '../open-store.js';

const MARKS: Readonly<Record<CheckReport['outcome'], string>> = { holds: 'ok     ', broken: 'BROKEN ', skipped: 'skipped' };

export const verify: Command = {
  name: 'verify',
  usage: 'verify [--json]',
  summary: { ru: 'проверка целостности базы: ничего не потеряно, не удвоено, не подделано', en: 'integrity of the database: nothing lost, nothing twice, nothing changed afterwards' },
  run: ({ args, env, print }) => withStore(env, async (store) => {
    const report = await verifyBase(store);
    if (args.includes('--json')) {
      print(JSON.stringify(report, null, 2));
      return report.clean ? 0 : 1;
    }
    for (const { outcome, invariant, holds, count, findings } of report.checks) {
      print(`${MARKS[outcome]}  ${invariant}  ${holds}${count > 0 ? ` (${count})` : ''}`);
      for (const { subject, detail } of findings) print(`           ${subject}: ${detail}`);
    }
    print(report.clean ? 'Целостность не нарушена. / The database is intact.' : 'НАЙДЕНЫ НАРУШЕНИЯ. / DAMAGE WAS FOUND.');
    return report.clean ? 0 : 1;
  }),
};
