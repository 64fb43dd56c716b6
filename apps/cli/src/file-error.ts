import { CommandRefusal } from './command.js';

/** A fault of the file system as the sentence that says what to mend; any other error as it is. */
export function fileError(error: unknown, file: string): unknown {
  switch ((error as { code?: unknown } | null)?.code) {
    case 'ENOENT': return new CommandRefusal(`Папки для ${file} нет.`, `There is no folder for ${file}.`);
    case 'EACCES': case 'EPERM': case 'EROFS': return new CommandRefusal(`Нет прав на ${file}.`, `No right to ${file}.`);
    case 'ENOSPC': return new CommandRefusal(`Кончилось место на диске: ${file}.`, `The disk is full: ${file}.`);
    case 'EISDIR': return new CommandRefusal(`${file} — папка.`, `${file} is a folder.`);
    default: return error;
  }
}
