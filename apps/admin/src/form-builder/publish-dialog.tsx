import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { textIn, type FormDefinition, type FormPublished, type FormUsage } from '@reglament/contracts';
import { useTranslate } from 'react-admin';
import { AskDialog } from '../common/ask-dialog.js';
import { useLanguage } from '../common/use-language.js';
import { api } from '../data/http.js';
import { useAction } from '../data/use-action.js';
import { compareForms, type FormChange } from './model/compare-forms.js';

interface PublishDialogProps {
  readonly form: FormDefinition;
  readonly published: object | null;
  readonly etag: string;
  readonly address: string;
  readonly usages: readonly FormUsage[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What publishing will do, before it is done: what is different, and where the form is shown. */
export function PublishDialog({ form, published, etag, address, usages, onClose, onDone }: PublishDialogProps) {
  const translate = useTranslate();
  const publish = useAction((_input: string, idempotencyKey) => api<FormPublished>(`${address}/publish`, { method: 'POST', etag: `"${etag}"`, idempotencyKey }), {
    done: ({ version, unchanged }) => translate(unchanged ? 'builder.publishedUnchanged' : 'builder.published', { version }), onDone, onRefused: () => true,
  });
  return (
    <AskDialog title={translate('builder.publishTitle')} verb={translate('builder.publish')} busy={publish.isPending} error={publish.error} onClose={onClose} onSend={() => publish.mutate(etag)}>
      {published === null ? <Box>{translate('builder.publishFirst')}</Box> : <FormChanges changes={compareForms(published as FormDefinition, form)} />}
      {usages.length > 0 ? <Alert severity="info">{translate('builder.publishUsed', { names: usages.map(({ title }) => title).join('», «') })}</Alert> : null}
    </AskDialog>
  );
}

/** Differences of two versions in words, question by question. */
export function FormChanges({ changes }: { readonly changes: readonly FormChange[] }) {
  const translate = useTranslate();
  const locale = useLanguage();
  if (changes.length === 0) return <Box>{translate('builder.noChanges')}</Box>;
  return (
    <Box component="ul" aria-label={translate('builder.changes')} sx={{ m: 0, pl: 2.5 }}>
      {changes.map(({ kind, field }) => <li key={`${kind}:${field.path}`}>{translate(`builder.change.${kind}`, { name: textIn(field.widget === 'info' ? field.text : field.label, locale) })}</li>)}
    </Box>
  );
}
