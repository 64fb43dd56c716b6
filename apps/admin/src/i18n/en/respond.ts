export const respond = {
  respond: {
    title: 'Answer by a personal link', opening: 'Opening the link', due: 'Answer by %{date}', until: 'The link works until %{date}', for: 'Answering for: %{name}', privacy: 'The link stands for a password: do not pass it on. What you type is saved by itself; the same link goes on with it on another device.',
    nothing: 'There is nothing to fill in: choose an answer.', sent: 'The answer has been sent', thanks: 'Thank you! You may close the page.', remark: 'Comment', remarkOptional: 'Comment, if you wish', missing: 'Open the link of the mail', missingText: 'This page is for answers by a personal link. Open the whole link from the mail.',
    linkUnknown: 'The link does not work', linkWithdrawn: 'The link was withdrawn', linkExpired: 'The link has expired', linkUsed: 'The answer has been sent already', linkClosed: 'The answer is not wanted any more', linkSessionOver: 'The session has ended', tooManyLinks: 'Too many attempts', other: 'The link did not open',
  },
  links: {
    title: 'Personal links', copy: 'Get a link', copyNamed: 'Get a link: %{name}', ask: 'A new link will be made. All earlier links of this respondent stop working, the mailed ones too.', make: 'Make a new link', made: 'New link', madeText: 'Hand it to the respondent in person: it opens the form without a password and is shown once.', url: 'Link', toClipboard: 'Copy', copied: 'Copied', close: 'Close',
    until: 'works until %{date}', noAddress: 'no address', opened: 'opened %{at}', open: 'Waits for an answer', answered: 'Answered', closed: 'Closed', expired: 'Expired', mailWaiting: 'the mail waits', mailSent: 'the mail was sent', mailFailed: 'the mail was not sent', more: 'The first %{count} are shown; the others are in the parts of the case.',
  },
};
