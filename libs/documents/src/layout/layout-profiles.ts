import type { LayoutProfile } from '@reglament/contracts';

const gost2025: LayoutProfile = {
  format: 1,
  key: 'gost-2025',
  title: { ru: 'ГОСТ Р 7.0.97-2025, продольное расположение', en: 'GOST R 7.0.97-2025, lengthwise' },
  margins: { top: 20, right: 10, bottom: 20, left: 20 },
  leftMarginLongStorage: 30,
  font: { docx: 'Times New Roman', sizePt: 14, smallSizePt: 10, tableSizePt: 12 },
  text: { indent: 12.5, lineSpacing: 1.15, align: 'justify', clauseNumberEnd: '.' },
  requisites: { arrangement: 'lengthwise', titleMaxWidth: 120, stampWidth: 80, dateStyle: 'digits' },
  pageNumbers: { from: 2, distanceFromEdge: 10 },
  emblem: { allowed: true, height: 17, distanceFromEdge: 10 },
  qr: { allowed: true, size: 16 },
};

const gost2016: LayoutProfile = {
  ...gost2025,
  key: 'gost-2016',
  title: { ru: 'ГОСТ Р 7.0.97-2016, продольное расположение', en: 'GOST R 7.0.97-2016, lengthwise' },
  requisites: { ...gost2025.requisites, stampWidth: 75 },
  qr: { allowed: false, size: 0 },
};

/**
 * Layouts that the two editions of the standard describe. ГОСТ Р 7.0.97-2025 replaced -2016 on 18 August 2025; its own news for the page
 * are lines of a corner requisite up to 8 cm (7.5 cm before) and the barcode in the lower right corner of the first page. Margins are
 * the least that both allow. An office copies one of them and changes it as data.
 */
export const layoutProfiles: readonly LayoutProfile[] = [
  gost2025,
  {
    ...gost2025,
    key: 'gost-2025-corner',
    title: { ru: 'ГОСТ Р 7.0.97-2025, угловое расположение', en: 'GOST R 7.0.97-2025, corner' },
    requisites: { ...gost2025.requisites, arrangement: 'corner', titleMaxWidth: 80 },
  },
  gost2016,
  {
    ...gost2016,
    key: 'gost-2016-corner',
    title: { ru: 'ГОСТ Р 7.0.97-2016, угловое расположение', en: 'GOST R 7.0.97-2016, corner' },
    requisites: { ...gost2016.requisites, arrangement: 'corner', titleMaxWidth: 75 },
  },
];
