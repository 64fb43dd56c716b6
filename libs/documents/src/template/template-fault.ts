/** Why a template is refused or cannot be filled. */
export type TemplateFaultCode =
  | 'too-large' | 'too-many-entries' | 'unpacks-too-large' | 'not-a-document' | 'active-content'
  | 'tag-not-closed' | 'tag-not-opened' | 'loop-not-closed' | 'tag-not-understood' | 'unknown-filter' | 'value-not-text' | 'raw-markup' | 'too-many-values';

/** One fault, in words for the person who made the template; `found` is the tag or the part of the file. */
export interface TemplateFault {
  code: TemplateFaultCode;
  found: string;
  message: { ru: string; en: string };
}

const messages: Record<TemplateFaultCode, { ru: string; en: string }> = {
  'too-large': { ru: 'Файл шаблона слишком большой', en: 'The template file is too large' },
  'too-many-entries': { ru: 'В файле слишком много частей', en: 'The file has too many parts' },
  'unpacks-too-large': { ru: 'Содержимое файла слишком велико', en: 'The content of the file is too large' },
  'not-a-document': { ru: 'Это не документ Word (.docx)', en: 'This is not a Word document (.docx)' },
  'active-content': { ru: 'В файле есть макросы или ссылки на внешние данные', en: 'The file has macros or references to outside data' },
  'tag-not-closed': { ru: 'Метка не закрыта фигурной скобкой', en: 'A tag is not closed by a brace' },
  'tag-not-opened': { ru: 'Лишняя закрывающая скобка или метка', en: 'A closing brace or tag has no beginning' },
  'loop-not-closed': { ru: 'Повтор или условие не закрыты', en: 'A loop or condition is not closed' },
  'tag-not-understood': { ru: 'Метка не распознана', en: 'The tag is not understood' },
  'unknown-filter': { ru: 'Неизвестное преобразование', en: 'Unknown filter' },
  'value-not-text': { ru: 'Значение нельзя напечатать как текст', en: 'The value cannot be printed as text' },
  'raw-markup': { ru: 'Вставка разметки не допускается', en: 'Raw markup is not allowed' },
  'too-many-values': { ru: 'Слишком много значений для одного документа', en: 'Too many values for one document' },
};

export function fault(code: TemplateFaultCode, found: string): TemplateFault {
  return { code, found: found.slice(0, 200), message: messages[code] };
}

/** Thrown inside the template engine, which only knows exceptions, and turned back into the returned fault. */
export class TemplateRefusal extends Error {
  constructor(readonly fault: TemplateFault) {
    super(`${fault.code}: ${fault.found}`);
    this.name = 'TemplateRefusal';
  }
}
