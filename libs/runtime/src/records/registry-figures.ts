import { textIn, type PageQuery, type RegistryFigure, type RegistryFigures, type RegistryFigureView } from '@reglament/contracts';
import { appendAudit, countRecordFigures, type FigureCounts } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { BYTE_ORDER_MARK, csvRows } from './csv.js';
import { figureQuery } from './figure-conditions.js';
import { narrowing, readableRegistry, type ReadableRegistry, type RecordsRequest } from './narrow-records.js';
import { optionsOf } from './registry-view.js';

/** What the registry counts over the records that the list leaves; a figure that the list is opened at does not narrow it. */
export async function viewFigures(shell: Shell, caller: Caller, request: RecordsRequest, { q }: PageQuery): Promise<Answer<RegistryFigures>> {
  const readable = await readableRegistry(shell, caller, request.registry);
  if (!readable.ok) return readable;
  const { registry, form } = readable.value;
  const narrowed = narrowing(readable.value, request, q);
  if (!narrowed.ok) return narrowed;
  const figures = registry.definition.figures ?? [];
  const counted = await countRecordFigures(shell.store, narrowed.value, figures.map((figure) => figureQuery(form, figure)));
  return ok({ figures: figures.map((figure, i) => figureView(readable.value, figure, counted[i] as FigureCounts, caller.locale)) });
}

function figureView({ form }: ReadableRegistry, figure: RegistryFigure, { count, of, value, groups }: FigureCounts, locale: Caller['locale']): RegistryFigureView {
  const named = { key: figure.key, title: textIn(figure.title, locale) };
  switch (figure.type) {
    case 'count': return { ...named, type: 'count', count };
    case 'share': return { ...named, type: 'share', count, of, percent: of === 0 ? null : Math.round((1000 * count) / of) / 10 };
    case 'sum': case 'mean': return { ...named, type: figure.type, value, of, unit: figure.unit === undefined ? null : textIn(figure.unit, locale) };
    case 'groups': {
      const options = optionsOf(form, figure.by, locale);
      const title = (held: string | null): string => (held === null ? textIn(WORDS.none, locale) : options.find((option) => option.value === held)?.title ?? held);
      // A choice has an order of its own, that of its form; what else there is stands by how many there are.
      const place = (held: string | null): number => { const at = options.findIndex((option) => option.value === held); return at < 0 ? options.length : at; };
      return { ...named, type: 'groups', of, groups: groups.map((each) => ({ ...each, title: title(each.value) })).sort((one, other) => place(one.value) - place(other.value)) };
    }
  }
}

const WORDS = {
  none: { ru: 'не указано', en: 'not given' }, figure: { ru: 'Показатель', en: 'Figure' }, group: { ru: 'Значение', en: 'Value' }, count: { ru: 'Число', en: 'Number' },
  of: { ru: 'Из скольких', en: 'Of' }, percent: { ru: 'Доля, %', en: 'Share, %' }, unit: { ru: 'Единица', en: 'Unit' }, file: { ru: 'показатели', en: 'figures' },
};

/** The same as CSV, numerator and denominator in columns of their own. That it was taken out is in the audit, like every export. */
export async function exportFigures(shell: Shell, caller: Caller, request: RecordsRequest, page: PageQuery): Promise<Answer<{ readonly name: string; readonly type: string; readonly bytes: Buffer }>> {
  const readable = await readableRegistry(shell, caller, request.registry);
  if (!readable.ok) return readable;
  const view = await viewFigures(shell, caller, request, page);
  if (!view.ok) return view;
  const { locale } = caller;
  const rows = view.value.figures.flatMap((figure): readonly (readonly string[])[] => {
    switch (figure.type) {
      case 'count': return [[figure.title, '', String(figure.count), '', '', '']];
      case 'share': return [[figure.title, '', String(figure.count), String(figure.of), decimal(figure.percent, locale), '']];
      case 'sum': case 'mean': return [[figure.title, '', decimal(figure.value, locale), String(figure.of), '', figure.unit ?? '']];
      case 'groups': return figure.groups.map(({ title, count }) => [figure.title, title, String(count), String(figure.of), '', '']);
    }
  });
  const head = (['figure', 'group', 'count', 'of', 'percent', 'unit'] as const).map((name) => textIn(WORDS[name], locale));
  await appendAudit(shell.store, [{ actor: caller.person, action: 'records.exported', objectType: 'registry', objectId: request.registry, organisation: null, path: readable.value.paths[0] ?? '', data: { figures: rows.length } }]);
  return ok({ name: `${textIn(readable.value.registry.definition.title, locale)} – ${textIn(WORDS.file, locale)}.csv`, type: 'text/csv; charset=utf-8', bytes: Buffer.from(`${BYTE_ORDER_MARK}${csvRows([head, ...rows])}`, 'utf8') });
}

/** With the comma that a Russian spreadsheet reads as a number. */
function decimal(value: number | null, locale: Caller['locale']): string {
  if (value === null) return '';
  const text = String(Math.round(value * 100) / 100);
  return locale === 'ru' ? text.replace('.', ',') : text;
}
