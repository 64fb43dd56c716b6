import type { ActionView, InstanceView } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { InstanceActions } from './instance-actions.js';

const CANCEL: ActionView = { activity: -1, key: 'cancel', title: '', tone: 'negative', remark: 'required', skipForm: true, confirm: null, form: null, data: {}, interrupting: true };

/** What a person may do to the open case: the process's own actions, and ending it. */
export function CaseActions({ view }: { readonly view: InstanceView }) {
  const translate = useTranslate();
  const ending: readonly ActionView[] = view.mayCancel && view.status === 'active' ? [{ ...CANCEL, title: translate('case.cancel'), confirm: translate('case.cancelText') }] : [];
  return <InstanceActions instance={view.id} actions={[...view.actions, ...ending]} />;
}
