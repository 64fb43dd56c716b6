import { decide, type Subject } from '@reglament/access';
import { textIn, type ActionView } from '@reglament/contracts';
import { availableActions, type Context } from '@reglament/engine';
import type { LoadedInstance } from '@reglament/store';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { formOf } from '../tasks/human-node.js';
import { actionObject } from '../tasks/task-object.js';

interface ActionPlace { readonly loaded: LoadedInstance; readonly live: LiveDefinition; readonly subject: Subject; readonly context: Context }

/** What this person may do to the case beside completing its tasks; `activity`: to that one alone. */
export function actionViews({ locale }: Caller, { loaded, live, subject, context }: ActionPlace, activity?: number): readonly ActionView[] {
  if (loaded.snapshot.status !== 'active' || loaded.snapshot.suspended) return [];
  return availableActions(live.compiled, loaded.snapshot, context)
    .filter((action) => activity === undefined || action.activity === activity)
    .filter((action) => decide('action.trigger', subject, actionObject(loaded, live, action, context)).allowed)
    .map((action) => {
      const form = formOf(live, action.form);
      return {
        key: action.action, activity: action.activity, title: textIn(action.title, locale), tone: action.tone ?? 'neutral', remark: action.remark,
        skipForm: form === null, confirm: null, form: form && { key: form.key, hash: form.hash }, data: action.prefill, interrupting: action.interrupting,
      };
    });
}
