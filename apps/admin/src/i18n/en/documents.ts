export const documents = {
  document: {
    title: 'Document', search: 'Title or number', empty: 'No documents yet', emptyText: 'Documents come out of cases: start one with “Create”.', journal: 'Journal', year: 'Year', fileOnly: 'The document was made from a Word template: open its file.', says: 'What the document says',
    column: { number: 'Number', date: 'Date', title: 'Title', signer: 'Signed by', state: 'State' },
    pending: 'The files are being made', failed: 'The files could not be made; the administrator will see the failure', versions: 'Versions', version: 'Version %{version}', compare: 'Compare with version %{version}', registration: 'Registration', filing: 'File', caseIndex: 'File No.', notFiled: 'not filed yet', retention: 'Kept for', retainUntil: 'Keep until', permanently: 'permanently', years: '%{smart_count} year |||| %{smart_count} years', registeredBy: 'Registered by', suffixReason: 'Why with a letter',
    notRegistered: 'Not registered yet', signatures: 'Signatures', notSigned: 'Not signed yet', signatureValid: 'The signature is valid', signatureBroken: 'The signature does not match the content', code: 'code', relations: 'Related documents', about: 'About the document', author: 'Drawn up by', versionNow: 'Version',
    updated: 'Changed', case: 'Case', openCase: 'Open the case',
  },
  relation: { amends: 'Amends', amendedBy: 'Amended by', repeals: 'Repeals', repealedBy: 'Repealed by' },
  diff: { none: 'The text has not changed.', added: 'added', removed: 'removed', changed: 'changed', moved: 'moved', addedWords: 'added:', removedWords: 'removed:' },
  sheet: {
    attachment: 'Annex', approved: 'APPROVED', toDocument: 'to document № %{number}', approvedStamp: 'APPROVED BY', agreedStamp: 'AGREED', noNumber: '______', inReplyTo: 'In reply to № %{number} of %{date}', simpleSignature: 'Signed with a simple electronic signature',
    qualifiedSignature: 'DOCUMENT SIGNED ELECTRONICALLY', paperSignature: 'Signed on paper', visas: 'Visas', distribution: 'Distribution', filed: 'Filed in case № %{index}', visa: { 'pending': 'awaited', 'agreed': 'agreed', 'agreed-with-remarks': 'agreed with remarks', 'not-agreed': 'not agreed' },
  },
  journal: {
    title: 'Journal', search: 'Name of a journal', none: 'No journals', noneText: 'Journals come with the package that describes them.', nextNumber: 'next number: %{number}', export: 'Export CSV', empty: 'No entries in this year', emptyText: 'A number appears in the journal at the moment of registration.',
    void: 'Void', reserved: 'Reserved', statusOf: { registered: 'registered', void: 'void', reserved: 'reserved' },
    column: { title: 'Journal', count: 'Entries', last: 'Last №', next: 'Next №', number: '№', date: 'Date', heading: 'Title', signer: 'Signed by', executor: 'Executor', recipients: 'To', control: 'Control', case: 'File №', status: 'State', note: 'Note' },
  },
};
