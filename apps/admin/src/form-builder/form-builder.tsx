import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import { textIn, type FormDraftView, type FormField, type FormPageView } from '@reglament/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { Page } from '../common/page.js';
import { Section } from '../common/section.js';
import { useLanguage } from '../common/use-language.js';
import { useRefresh } from '../data/use-api.js';
import { BuilderBar } from './builder-bar.js';
import { DiscardDraft } from './discard-draft.js';
import { LocalizedBox } from './localized-box.js';
import { builderProblems, questionAt } from './model/problems.js';
import { PreviewPane } from './preview-pane.js';
import { PublishDialog } from './publish-dialog.js';
import { QuestionList } from './question-list.js';
import { useFormDraft } from './use-form-draft.js';

interface FormBuilderProps { readonly opened: FormDraftView; readonly page: FormPageView }

/** A form being made: its questions on the left, what people will see on the right, kept as it changes. */
export function FormBuilder({ opened, page }: FormBuilderProps) {
  const translate = useTranslate();
  const locale = useLanguage();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const names = useCallback((fields: readonly FormField[]) => fields.map((field) => textIn(field.label ?? (field.widget === 'info' ? field.text : ''), locale)), [locale]);
  const draft = useFormDraft(opened, names);
  const { form } = draft.history;
  const [english, setEnglish] = useState(false);
  const [publishing, setPublishing] = useState(false);
  const [side, setSide] = useState<'questions' | 'preview'>('questions');
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const address = `/forms/${encodeURIComponent(opened.key)}`;
  const base = `/form-definitions/${encodeURIComponent(opened.key)}`;

  const own = useMemo(() => builderProblems(form), [form]);
  const wrong = useMemo(() => {
    const words = new Map<string | number | null, string[]>();
    const tell = (at: string | number | null, text: string): void => { words.set(at, [...(words.get(at) ?? []), text]); };
    for (const { at, key } of own) tell(at, translate(`builder.problem.${key}`));
    // Of what a person has not finished the server says the same in other words; it is heard where we have nothing to say.
    if (draft.isSaved && own.length === 0) for (const problem of draft.problems) tell(questionAt(form, problem), problem.message);
    return words;
  }, [own, draft.isSaved, draft.problems, form, translate]);
  const broken = useMemo(() => new Set([...wrong.keys()].filter((at) => typeof at === 'string')), [wrong]);
  const faults = [...wrong.values()].reduce((sum, texts) => sum + texts.length, 0);
  const validator = draft.isSaved && draft.problems.length === 0 && faults === 0 ? `${base}/draft/validator.js?v=${encodeURIComponent(draft.etag)}` : null;

  const { dispatch } = draft;
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      // By the key's place: on a Russian layout the letter is another one.
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyZ' || (event.target instanceof HTMLElement && event.target.closest('input, textarea'))) return;
      event.preventDefault();
      dispatch({ type: event.shiftKey ? 'redo' : 'undo' });
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, [dispatch]);

  const discard = (
    <DiscardDraft address={base} etag={draft.etag} disabled={!draft.isSaved} published={opened.published !== null}
      onDone={() => { void refresh('/form-definitions'); void navigate(opened.published === null ? '/forms' : address); }} />
  );
  const preview = <PreviewPane form={form} broken={broken} validator={validator} />;
  const questions = (
    <Box sx={{ minWidth: 0 }}>
      <Section>
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <LocalizedBox required label={translate('builder.formTitle')} value={form.title} english={english} error={wrong.get(null)?.[0]} onChange={(title) => dispatch({ type: 'edit', tag: 'title', change: (before) => ({ ...before, title: title ?? { ru: '' } }) })} />
          <LocalizedBox multiline label={translate('builder.formDescription')} value={form.description} english={english}
            onChange={(description) => dispatch({ type: 'edit', tag: 'description', change: ({ description: _before, ...rest }) => (description === undefined ? rest : { ...rest, description }) })} />
        </Box>
      </Section>
      <QuestionList form={form} takenPaths={opened.takenPaths} english={english} wrong={wrong} dispatch={dispatch} />
    </Box>
  );
  return (
    <Page title={textIn(form.title, locale) || translate('builder.untitledForm')} above={<><Link to="/forms">{translate('menu.forms')}</Link>{page.row.version === null ? null : <> · <Link to={address}>{translate('builder.formPage')}</Link></>}</>}
      actions={<BuilderBar draft={draft} english={english} onEnglish={setEnglish} faults={faults} onPublish={() => setPublishing(true)} discard={discard} />}>
      {draft.cameIn ? (
        <Alert severity={draft.cameIn.clashes.length > 0 ? 'warning' : 'info'} onClose={draft.forgetCameIn} sx={{ mb: 2 }}>
          {translate('builder.cameIn', { name: draft.cameIn.by })} {draft.cameIn.clashes.length > 0 ? translate('builder.clashes', { questions: draft.cameIn.clashes.join('», «') }) : null}
        </Alert>
      ) : null}
      {draft.state === 'gone' ? <Alert severity="warning" sx={{ mb: 2 }} action={<Button color="inherit" size="small" component={Link} to="/forms">{translate('menu.forms')}</Button>}>{translate('builder.gone')}</Alert> : null}
      {page.usages.length > 0 ? <Alert severity="info" sx={{ mb: 2 }}>{translate('builder.inUse', { names: page.usages.map(({ title }) => title).join('», «') })}</Alert> : null}
      {narrow ? (
        <>
          <Tabs value={side} onChange={(_event, next: 'questions' | 'preview') => setSide(next)} aria-label={translate('builder.sides')} sx={{ mb: 1.5 }}>
            <Tab value="questions" label={translate('builder.questions')} /><Tab value="preview" label={translate('builder.preview')} />
          </Tabs>
          {side === 'questions' ? questions : preview}
        </>
      ) : (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 6fr) minmax(0, 5fr)', gap: 2, alignItems: 'start' }}>
          {questions}
          <Box sx={{ position: 'sticky', top: 72 }}>{preview}</Box>
        </Box>
      )}
      {publishing ? (
        <PublishDialog form={form} published={opened.published} etag={draft.etag} address={base} usages={page.usages} onClose={() => setPublishing(false)}
          onDone={() => { void refresh('/form-definitions'); void navigate(address); }} />
      ) : null}
    </Page>
  );
}
