import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useEffect, useState } from 'react';
import { useNotificationContext, useTranslate, type NotificationPayload } from 'react-admin';

const SHOWN_MS = 5_000;

/** Messages of actions, one at a time, read aloud; errors stay longer and can be closed. */
export function Messages() {
  const translate = useTranslate();
  const { notifications, takeNotification } = useNotificationContext();
  const [current, setCurrent] = useState<NotificationPayload | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (notifications.length > 0 && current === null) {
      setCurrent(takeNotification() ?? null);
      setOpen(true);
    }
  }, [notifications, current, takeNotification]);
  if (current === null) return null;
  const { message, type, notificationOptions } = current;
  const text = typeof message === 'string' ? translate(message, { _: message, ...(notificationOptions?.messageArgs as object) }) : message;
  const severity = type === 'error' || type === 'warning' || type === 'success' ? type : 'info';
  return (
    <Snackbar
      open={open}
      autoHideDuration={notificationOptions?.autoHideDuration ?? SHOWN_MS}
      onClose={(_event, reason) => { if (reason !== 'clickaway') setOpen(false); }}
      slotProps={{ transition: { onExited: () => setCurrent(null) } }}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      sx={{ mb: { xs: 8, md: 1 } }}
    >
      <Alert severity={severity} variant="filled" role={severity === 'error' ? 'alert' : 'status'} onClose={() => setOpen(false)} sx={{ maxWidth: 560 }} closeText={translate('action.close')}>{text}</Alert>
    </Snackbar>
  );
}
