/** The item behind an incident, by the source that it names; null: it is about something else. */
export function setAsideItem(sourceId: string): { readonly activity: number; readonly index: number } | null {
  const [kind, activity, index] = sourceId.split('.');
  return kind === 'startChildren' && activity !== undefined && index !== undefined ? { activity: Number(activity), index: Number(index) } : null;
}
