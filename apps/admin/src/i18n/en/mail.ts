export const mail = {
  mail: {
    off: 'Mail is not set up', offText: 'Notifications are seen in the panel alone. To get them as mail too, whoever runs the server gives SMTP_URL, MAIL_FROM and REGLAMENT_URL.', nothing: 'No mails', nothingText: 'Mails of notifications appear here: which ones wait, went out, or could not be sent.',
    away: 'The mail server has not answered since %{since}: %{answer}. Mails wait, and go out when it answers.',
    waiting: 'Waiting', sent: 'Sent', failed: 'Not sent', more: 'more than 1000', retry: 'Try again', retryNamed: 'Try the mail again: %{title}, %{address}', retried: 'The mail is in the queue again', noAddress: 'no address', nextAt: 'next attempt', attempts: 'attempts: %{count}',
    column: { at: 'When', title: 'Mail', address: 'To', state: 'State', answer: 'Server\'s answer' },
    person: { title: 'Mail', none: 'No address: notifications come to the panel alone.', label: 'E-mail address', verb: 'Change the address', save: 'Save', saved: 'The address is saved', hint: 'Empty: no mails are sent', wrong: 'Check the address' },
  },
};
