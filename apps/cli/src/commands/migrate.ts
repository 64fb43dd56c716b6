import type { MigrationPlanView, PlanMigration } from '@reglament/contracts';
import { carryMigrations, type Caller, type Runtime } from '@reglament/runtime';
import { actingAs, given, optionsIn } from '../acting-as.js';
import { CommandRefusal, type Command, type CommandCall } from '../command.js';
import { versionsIn } from './diff.js';

/** Of real time, while another process carries the order out. */
const LOOK_AGAIN_MS = 300;

export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate PROCESS FROM TO --plan|--apply --as LOGIN [--node OLD=NEW] [--terms STEP=keep|recompute] [--set NAME=JSON] [--reason TEXT] [--json]',
  summary: { ru: 'перевод живых дел на другую версию процесса: что стало бы с каждым, или сам перевод', en: 'living cases to another version of their process: what would become of each, or the move itself' },
  run: async ({ args, env, print }) => {
    const { options, rest } = optionsIn(args, ['--as', '--node', '--terms', '--set', '--reason']);
    const { key, ...versions } = versionsIn(rest);
    const [planned, applied] = [rest.includes('--plan'), rest.includes('--apply')];
    if (planned === applied) throw new CommandRefusal('Укажите --plan (показать) или --apply (перевести).', 'Say --plan (to show) or --apply (to move).');
    const reason = options.get('--reason')?.[0]?.trim();
    if (applied && !reason) throw new CommandRefusal('Укажите причину: --reason "…".', 'Give a reason: --reason "…".');
    const body: PlanMigration = {
      ...versions, nodes: pairsIn(options.get('--node')), terms: pairsIn(options.get('--terms')) as Readonly<Record<string, 'keep' | 'recompute'>>,
      variables: Object.fromEntries(Object.entries(pairsIn(options.get('--set'))).map(([name, json]) => [name, valueIn(name, json)])),
    };
    if (Object.values(body.terms ?? {}).some((choice: string) => choice !== 'keep' && choice !== 'recompute')) throw new CommandRefusal('Срок: keep или recompute.', 'Terms: keep or recompute.');
    return actingAs(env, options.get('--as')?.[0], async (runtime, caller) => {
      const plan = given(await runtime.planCases(caller, { key, body }));
      if (planned) return showPlan(plan, args.includes('--json'), print);
      return apply(runtime, caller, key, { ...body, remark: reason ?? '' }, print);
    });
  },
};

function showPlan(plan: MigrationPlanView, asJson: boolean, print: CommandCall['print']): number {
  if (asJson) print(JSON.stringify(plan, null, 2));
  else {
    for (const { id, subject, verdict, reasons } of plan.cases) {
      print(`${MARKS[verdict]}  ${id}${subject === null ? '' : `  ${subject}`}`);
      for (const { text } of reasons) print(`           ${text}`);
    }
    print(`Дел: ${plan.total}; можно перевести ${plan.safe}, нужен выбор ${plan.choice}, нельзя ${plan.blocked}. / Cases: ${plan.total}; safe ${plan.safe}, a choice ${plan.choice}, blocked ${plan.blocked}.`);
  }
  return plan.choice + plan.blocked === 0 ? 0 : 1;
}

const MARKS: Readonly<Record<MigrationPlanView['cases'][number]['verdict'], string>> = { safe: 'ok     ', choice: 'CHOICE ', blocked: 'BLOCKED' };

/** Orders the move and carries it out here, or waits for the server that has taken it up. */
async function apply(runtime: Runtime, caller: Caller, key: string, body: PlanMigration & { readonly remark: string }, print: CommandCall['print']): Promise<number> {
  const { id, total } = given(await runtime.startMigration(caller, { key, body }));
  for (;;) {
    const more = await carryMigrations(runtime.shell);
    const batch = given(await runtime.viewMigration(caller, { key, id }));
    if (batch.status !== 'running') {
      for (const each of batch.stayed) print(`STAYED   ${each.id}  ${each.text}`);
      print(`Переведено ${batch.done} из ${total}, осталось на прежней версии ${batch.refused}. / Moved ${batch.done} of ${total}, stayed ${batch.refused}.`);
      return batch.refused === 0 ? 0 : 1;
    }
    if (!more) await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
  }
}

function pairsIn(given: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(given.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new CommandRefusal(`«${pair}»: ожидается ИМЯ=ЗНАЧЕНИЕ.`, `“${pair}”: expected NAME=VALUE.`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  }));
}

function valueIn(name: string, json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new CommandRefusal(`Значение «${name}» — не JSON: строку пишут в кавычках.`, `The value of “${name}” is no JSON: a text goes in quotes.`);
  }
}
