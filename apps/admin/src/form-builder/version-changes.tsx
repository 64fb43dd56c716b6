import Button from '@mui/material/Button';
import type { FormDefinition, FormVersionRow } from '@reglament/contracts';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { QueryView } from '../common/query-view.js';
import { useApi } from '../data/use-api.js';
import { compareForms } from './model/compare-forms.js';
import { FormChanges } from './publish-dialog.js';

/** What a version changed against the one before it, on request. */
export function VersionChanges({ after, before }: { readonly after: FormVersionRow; readonly before: FormVersionRow | null }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  if (before === null) return <>{translate('forms.firstVersion')}</>;
  if (!open) return <Button size="small" sx={{ ml: -1 }} onClick={() => setOpen(true)}>{translate('forms.showChanges', { version: before.version })}</Button>;
  return <Changes after={after.hash} before={before.hash} />;
}

function Changes({ after, before }: { readonly after: string; readonly before: string }) {
  const [is, was] = [after, before].map((hash) => `/forms/${encodeURIComponent(hash)}`);
  const now = useApi<FormDefinition>(is ?? null, undefined, { staleTime: Infinity });
  const then = useApi<FormDefinition>(was ?? null, undefined, { staleTime: Infinity });
  return <QueryView query={now} rows={2}>{(form) => <QueryView query={then} rows={2}>{(old) => <FormChanges changes={compareForms(old, form)} />}</QueryView>}</QueryView>;
}
