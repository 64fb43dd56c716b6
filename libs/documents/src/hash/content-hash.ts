import { contentHash, type DocumentClause, type DocumentContent, type DocumentModel } from '@reglament/contracts';

/**
 * What a signature covers, as 64 hex digits: everything that the document says, and nothing that comes after signing.
 *
 * Left out: number and date (given at registration), signature blocks (a substitute may sign), visas, filing mark, the marks of the
 * acquaintance sheet and typed numbers, which are never printed. Who is to be acquainted is content.
 *
 * @param templateHash of the Word template that the document is made from, when it is; its hash is covered too.
 */
export function documentContentHash(model: DocumentModel, templateHash?: string): string {
  const { registration: _registration, signatures: _signatures, visas: _visas, filingMark: _filing, acquaintance, ...content } = model;
  return contentHash({
    ...content,
    clauses: content.clauses.map(withoutTypedNumber),
    attachments: content.attachments.map((attachment) => ({ ...attachment, ...(attachment.clauses && { clauses: attachment.clauses.map(withoutTypedNumber) }) })),
    ...(acquaintance && { acquaintance: acquaintance.rows.map(({ position, person }) => ({ position, person })) }),
    ...(templateHash !== undefined && { templateHash }),
  });
}

/**
 * Hash of the registration block, which is appended after signing: bound to the signed content, so that a number cannot be moved to
 * another document.
 */
export function registrationHash(model: DocumentModel, templateHash?: string): string {
  return contentHash({ content: documentContentHash(model, templateHash), registration: model.registration ?? {} });
}

/** For a document made from a Word template alone: the data that fill it, and the template. */
export function templateContentHash(data: unknown, templateHash: string): string {
  return contentHash({ data, templateHash });
}

/** What a signature over a version covers, whichever way the document is made; of a template's document the template too. */
export function contentHashOf(content: DocumentContent): string {
  switch (content.made) {
    case 'template': {
      const { template, format: _format, made: _made, ...said } = content;
      return templateContentHash(said, template);
    }
    case 'structured':
    case undefined: return documentContentHash(content);
  }
}

function withoutTypedNumber({ numberAsTyped: _typed, clauses, ...clause }: DocumentClause): DocumentClause {
  return { ...clause, ...(clauses && { clauses: clauses.map(withoutTypedNumber) }) };
}
