/** «UTC+7» instead of a zone's technical name. */
export function zoneOffset(zone: string, at: Date): string {
  try {
    const part = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName');
    return (part?.value ?? zone).replace('GMT', 'UTC');
  } catch {
    return zone;
  }
}
