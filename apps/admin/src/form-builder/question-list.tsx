import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { textIn, type FormDefinition, type FormField } from '@reglament/contracts';
import { useCallback, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLanguage } from '../common/use-language.js';
import { AddQuestion } from './add-question.js';
import type { DraftAction } from './model/draft-history.js';
import { addQuestion, addSection, copyQuestion, freePath, moveQuestion, placeOf, removeQuestion, step } from './model/edit-form.js';
import { kindOf, type QuestionKind } from './model/question-kinds.js';
import { isRequired, schemaAt } from './model/schema-place.js';
import { QuestionCard } from './question-card.js';
import type { Edit } from './question-limits.js';
import { QuestionSettings } from './question-settings.js';
import { SectionHead } from './section-head.js';

interface QuestionListProps {
  readonly form: FormDefinition;
  readonly takenPaths: readonly string[];
  readonly english: boolean;
  readonly wrong: ReadonlyMap<string | number | null, readonly string[]>;
  readonly dispatch: (action: DraftAction) => void;
}

/** The sections and their questions, in the order in which they are asked. */
export function QuestionList({ form, takenPaths, english, wrong, dispatch }: QuestionListProps) {
  const translate = useTranslate();
  const locale = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  const [spoken, setSpoken] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const current = useRef(form);
  current.current = form;
  const edit: Edit = useCallback((change, tag) => dispatch({ type: 'edit', change, ...(tag !== undefined && { tag }) }), [dispatch]);
  const titleOf = (field: FormField): string => textIn(field.widget === 'info' ? field.text : field.label, locale).trim();

  const focusCard = (path: string): void => void requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-question="${path}"] button`)?.focus());
  const toggle = useCallback((path: string) => { setFresh(null); setOpen((before) => (before === path ? null : path)); }, []);
  const move = useCallback((path: string, by: -1 | 1) => {
    const next = step(current.current, path, by);
    if (!next) return;
    edit((before) => step(before, path, by) ?? before);
    setSpoken(translate('builder.movedTo', { place: (placeOf(next, path)?.index ?? 0) + 1 }));
    // The card is drawn anew where it crosses into another section: the focus goes with it.
    requestAnimationFrame(() => { if (document.activeElement === document.body) focusCard(path); });
  }, [edit, translate]);
  const drop = useCallback((dragged: string, target: string, after: boolean) => edit((before) => {
    const place = placeOf(before, target);
    return place ? moveQuestion(before, dragged, { section: place.section, index: place.index + (after ? 1 : 0) }) : before;
  }), [edit]);
  const add = (section: number, kind: QuestionKind): void => {
    const path = freePath(form, takenPaths);
    const label = { ru: translate(`builder.kind.${kind}`, { _: kind }) };
    edit((before) => addQuestion(before, { kind, path, label, at: { section, index: before.ui.sections[section]?.fields.length ?? 0 } }));
    setOpen(path);
    setFresh(path);
  };
  const remove = (field: FormField): void => {
    const at = placeOf(form, field.path);
    const near = at && (form.ui.sections[at.section]?.fields[at.index + 1] ?? form.ui.sections[at.section]?.fields[at.index - 1]);
    edit((before) => removeQuestion(before, field.path));
    setOpen(null);
    setRemoved(titleOf(field) || translate('builder.untitled'));
    if (near) focusCard(near.path);
  };
  let number = 0;
  return (
    <Box ref={list} sx={{ display: 'grid', gap: 2 }}>
      {form.ui.sections.map((section, at) => (
        <Box role="group" key={section.key} aria-label={textIn(section.title, locale) || translate('builder.untitledSection')} sx={{ display: 'grid', gap: 1 }}>
          <SectionHead form={form} at={at} english={english} wrong={wrong.get(at) ?? []} edit={edit} />
          <Box component="ol" sx={{ m: 0, p: 0, display: 'grid', gap: 1 }}>
            {section.fields.map((field) => {
              if (field.widget !== 'info') number += 1;
              const schema = schemaAt(form, field.path);
              const isOpen = open === field.path;
              return (
                <QuestionCard key={field.path} path={field.path} number={field.widget === 'info' ? null : number} title={titleOf(field)} kind={kindOf(field, schema)} required={isRequired(form, field.path)} conditional={field.visible !== undefined}
                  wrong={(wrong.get(field.path) ?? []).join('\n')} open={isOpen} onOpen={toggle} onStep={move} onDrop={drop}>
                  {isOpen ? (
                    <QuestionSettings form={form} field={field} english={english} fresh={fresh === field.path} edit={edit} onRemove={() => remove(field)}
                      onCopy={() => { const as = freePath(form, takenPaths); edit((before) => copyQuestion(before, field.path, as)); setOpen(as); setFresh(as); }} />
                  ) : null}
                </QuestionCard>
              );
            })}
          </Box>
          {section.fields.length === 0 ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', py: 1 }}>{translate('builder.emptySection')}</Box> : null}
          <Box><AddQuestion section={textIn(section.title, locale)} onAdd={(kind) => add(at, kind)} /></Box>
        </Box>
      ))}
      <Box><Button color="secondary" onClick={() => edit((before) => addSection(before, { ru: translate('builder.newSection', { number: before.ui.sections.length + 1 }) }))}>{translate('builder.addSection')}</Button></Box>
      <Box role="status" aria-live="polite" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>{spoken}</Box>
      <Snackbar open={removed !== null} autoHideDuration={8_000} onClose={(_event, reason) => { if (reason !== 'clickaway') setRemoved(null); }} message={translate('builder.removed', { name: removed ?? '' })}
        action={<Button color="inherit" size="small" onClick={() => { dispatch({ type: 'undo' }); setRemoved(null); }}>{translate('builder.undo')}</Button>} />
    </Box>
  );
}
