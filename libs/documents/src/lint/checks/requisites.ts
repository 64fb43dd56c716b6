import { formatDate } from '../../russian/dates.js';
import { matchesPattern, wordsOf } from '../../russian/words.js';
import { quote, type LintInput, type RawFinding } from '../lint-facts.js';

type Required = LintInput['kind']['requiredRequisites'][number];

const requisiteNames: Record<Exclude<Required, 'basis'>, { ru: string; en: string; pointer: string }> = {
  organisation: { ru: 'наименование организации', en: 'organisation', pointer: '/requisites/organisation' },
  title: { ru: 'заголовок к тексту', en: 'title', pointer: '/requisites/title' },
  place: { ru: 'место составления', en: 'place', pointer: '/requisites/place' },
  preamble: { ru: 'преамбула', en: 'preamble', pointer: '/preamble' },
  addressees: { ru: 'адресат', en: 'addressee', pointer: '/requisites/addressees' },
  signatures: { ru: 'подпись', en: 'signature', pointer: '/signatures' },
  acquaintance: { ru: 'лист ознакомления', en: 'sheet of acquaintance', pointer: '/acquaintance' },
  executorContact: { ru: 'отметка об исполнителе', en: 'contact of the author', pointer: '/executorContact' },
};

/** Requisites that the kind asks for, the form of the title, the basis and its dates, the operative word, hybrid stamps. */
export function checkRequisites(input: LintInput): RawFinding[] {
  return [...missing(input), ...title(input), ...basis(input), ...operativeWord(input), ...stamps(input)];
}

function missing({ model, kind }: LintInput): RawFinding[] {
  return kind.requiredRequisites.flatMap((required): RawFinding[] => {
    if (required === 'basis') {
      if (model.requisites.basis.length > 0) return [];
      return [{
        code: 'basis-missing', pointer: '/requisites/basis',
        message: { ru: 'Не указано основание', en: 'No basis is given' }, found: '',
        expected: { ru: 'документ-основание с датой и номером', en: 'a document with date and number' },
        remedy: { ru: 'Добавьте основание', en: 'Add the basis' },
      }];
    }
    if (isPresent(required, model)) return [];
    const { pointer, ru, en } = requisiteNames[required];
    return [{
      code: 'requisite-missing', pointer,
      message: { ru: `Нет реквизита: ${ru}`, en: `Missing requisite: ${en}` }, found: '',
      expected: { ru, en }, remedy: { ru: `Заполните: ${ru}`, en: `Fill in: ${en}` },
    }];
  });
}

function isPresent(required: Exclude<Required, 'basis'>, model: LintInput['model']): boolean {
  switch (required) {
    case 'organisation': return model.requisites.organisation.some((line) => line.trim() !== '');
    case 'title': return model.requisites.title.trim() !== '';
    case 'place': return (model.requisites.place ?? '').trim() !== '';
    case 'preamble': return (model.preamble ?? '').trim() !== '';
    case 'addressees': return (model.requisites.addressees?.length ?? 0) > 0;
    case 'signatures': return model.signatures.length > 0 && model.signatures.every((block) => block.position.trim() !== '' && block.person.surname.trim() !== '');
    case 'acquaintance': return (model.acquaintance?.rows.length ?? 0) > 0;
    case 'executorContact': return model.executorContact !== undefined;
    default: throw new Error(`Unknown requisite ${String(required satisfies never)}`);
  }
}

/** A full stop that ends no abbreviation: «на 2026 г.» and «и др.» keep theirs. */
const finalDot = /(?:\p{L}{5,}|[»)])\.$/u;

function title({ model, kind }: LintInput): RawFinding[] {
  const text = model.requisites.title;
  const prefixes = kind.titlePrefixes ?? ['О ', 'Об '];
  if (text.trim() === '') return [];
  const dotted: RawFinding[] = !finalDot.test(text.trim()) ? [] : [{
    code: 'title-form', pointer: '/requisites/title',
    message: { ru: 'После заголовка точка не ставится', en: 'A title has no full stop at its end' }, found: quote(text),
    expected: { ru: 'заголовок без точки', en: 'a title without a full stop' },
    remedy: { ru: 'Уберите точку в конце заголовка', en: 'Remove the full stop' },
  }];
  if (prefixes.length === 0 || prefixes.some((prefix) => text.startsWith(prefix))) return dotted;
  const list = prefixes.map((prefix) => `«${prefix}»`).join(', ');
  return [...dotted, {
    code: 'title-form', pointer: '/requisites/title',
    message: { ru: `Заголовок должен начинаться с ${list}`, en: `The title must begin with ${list}` }, found: quote(text),
    expected: { ru: list, en: list },
    remedy: { ru: 'Начните заголовок словами «О чём» документ', en: 'Begin the title with what the document is about' },
  }];
}

/** A draft has no date yet: whatever day it gets, it will hardly be one before today. */
function basis({ model, facts }: LintInput): RawFinding[] {
  const date = model.registration?.date ?? facts.today;
  return model.requisites.basis.flatMap((one, i): RawFinding[] => {
    if (one.date === undefined) {
      return [{
        code: 'basis-undated', pointer: `/requisites/basis/${i}/date`,
        message: { ru: `Основание без даты: ${quote(one.document, 80)}`, en: `Basis without a date: ${quote(one.document, 80)}` },
        found: quote(one.document), expected: { ru: 'дата и номер', en: 'date and number' },
        remedy: { ru: 'Укажите дату и номер документа-основания', en: 'Give the date and number of the basis' },
      }];
    }
    if (one.date <= date) return [];
    return [{
      code: 'basis-after-document', pointer: `/requisites/basis/${i}/date`,
      message: {
        ru: `Основание от ${formatDate(one.date, 'digits')} позже самого документа (${formatDate(date, 'digits')})`,
        en: `The basis of ${one.date} is later than the document itself (${date})`,
      },
      found: one.date, expected: { ru: `не позже ${formatDate(date, 'digits')}`, en: `${date} or earlier` },
      remedy: { ru: 'Проверьте дату основания', en: 'Check the date of the basis' },
    }];
  });
}

function operativeWord({ model, kind }: LintInput): RawFinding[] {
  const wanted = kind.operativeWords ?? [];
  if (wanted.length === 0 || model.preamble === undefined) return [];
  const words = wordsOf(model.preamble);
  if (wanted.some((word) => matchesPattern(words, word))) return [];
  const list = wanted.map((word) => `«${word}»`).join(', ');
  return [{
    code: 'operative-word-absent', pointer: '/preamble',
    message: { ru: `В преамбуле нет слова ${list}`, en: `The preamble lacks the word ${list}` }, found: quote(model.preamble.slice(-120)),
    expected: { ru: list, en: list }, remedy: { ru: 'Завершите преамбулу распорядительным словом', en: 'Close the preamble with the operative word' },
  }];
}

function stamps({ model }: LintInput): RawFinding[] {
  return (model.requisites.stamps ?? []).flatMap((stamp, i): RawFinding[] =>
    stamp.type !== 'hybrid' ? [] : [{
      code: 'stamp-hybrid', pointer: `/requisites/stamps/${i}`,
      message: { ru: 'Гриф смешивает утверждение должностным лицом и документом', en: 'The stamp mixes approval by an official and by a document' },
      found: quote(`${stamp.position}, ${stamp.document}`),
      expected: { ru: '«УТВЕРЖДАЮ» с подписью или «УТВЕРЖДЕНО» документом', en: 'one of the two' },
      remedy: { ru: 'Выберите один вид грифа', en: 'Choose one kind of stamp' },
    }]);
}
