import { contentHash, type DocumentKind, type Journal, type LayoutProfile, type Positions, type WorkingCalendar } from '@reglament/contracts';
import { layoutProfiles } from '@reglament/documents';
import type { DocumentSettings } from '@reglament/handlers';
import { findAllConfiguration, type ConfigurationItem, type ConfigurationType, type Store } from '@reglament/store';
import { isWithin } from '@reglament/access';
import { registryIn, type Registry } from '../records/registry.js';

/** What is configured in the tree: document kinds, journals, layouts, calendars, positions. Kept whole but for the bytes of templates; told by the database when it changes. */
export interface SettingsCache {
  documentKind(key: string, path: string): DocumentSettings | null;
  documentKinds(path: string): readonly DocumentKind[];
  journal(key: string, path: string): { readonly journal: Journal; readonly owner: string } | null;
  journals(path: string): readonly { readonly journal: Journal; readonly owner: string }[];
  calendar(key: string, path: string): WorkingCalendar | null;
  registry(key: string, path: string): Registry | null;
  registries(path: string): readonly Registry[];
  /** The case forms that the office confirmed for a position's name. */
  positionForms(key: string, path: string): Positions[number]['forms'] | null;
  refresh(): Promise<void>;
}

export async function createSettingsCache(store: Store): Promise<SettingsCache> {
  let items: readonly ConfigurationItem[] = [];
  const builtinLayouts = new Map(layoutProfiles.map((layout) => [layout.key, layout]));

  /** The nearest owner above wins, as in the database. */
  const find = (type: ConfigurationType, key: string, path: string): ConfigurationItem | null =>
    items.filter((item) => item.type === type && item.key === key && isWithin(path, item.path)).sort((a, b) => b.path.length - a.path.length)[0] ?? null;
  const list = (type: ConfigurationType, path: string): readonly ConfigurationItem[] =>
    [...new Set(items.filter((item) => item.type === type && isWithin(path, item.path)).map(({ key }) => key))].flatMap((key) => find(type, key, path) ?? []);
  const layout = (key: string, path: string): LayoutProfile | null => (find('layout', key, path)?.content as LayoutProfile | undefined) ?? builtinLayouts.get(key) ?? null;
  const owned = (item: ConfigurationItem): { readonly journal: Journal; readonly owner: string } => ({ journal: item.content as Journal, owner: item.organisation });

  const cache: SettingsCache = {
    documentKind(key, path) {
      const item = find('document-kind', key, path);
      if (!item) return null;
      const kind = item.content as DocumentKind;
      if (kind.made === 'template') {
        const template = find('template', kind.template, path);
        return template && { made: 'template', kind, kindHash: item.hash, templateHash: template.hash };
      }
      const profile = layout(kind.layoutProfile, path);
      return profile && { made: 'structured', kind, kindHash: item.hash, layout: profile, layoutHash: contentHash(profile) };
    },
    documentKinds: (path) => list('document-kind', path).map((item) => item.content as DocumentKind),
    journal(key, path) {
      const item = find('journal', key, path);
      return item && owned(item);
    },
    journals: (path) => list('journal', path).map(owned),
    calendar: (key, path) => (find('calendar', key, path)?.content as WorkingCalendar | undefined) ?? null,
    registry(key, path) {
      const item = find('registry', key, path);
      return item && registryIn(item);
    },
    registries: (path) => list('registry', path).map(registryIn),
    positionForms: (key, path) => list('positions', path).flatMap((item) => item.content as Positions).find((position) => position.key === key)?.forms ?? null,
    async refresh() {
      items = await findAllConfiguration(store);
    },
  };
  await cache.refresh();
  return cache;
}
