import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Programs of the system that tests need and npm does not bring. */
const needed = [
  { name: 'chromium', override: 'CHROMIUM', commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'], for: 'тесты панели в браузере · browser tests of the panel' },
  { name: 'pdftotext', commands: ['pdftotext'], for: 'сверка текста PDF · comparing the text of PDF files' },
  { name: 'pdftoppm', commands: ['pdftoppm'], for: 'PDF страницами, картинками · PDF files as pictures of their pages' },
  { name: 'redis-server', commands: ['redis-server'], for: 'очередь в Redis · Redis as the carrier of the queue' },
  { name: 'soffice', commands: ['soffice', 'libreoffice'], for: 'PDF документов по шаблону Word · PDF files of Word templates' },
];

/** @returns {{ name: string, for: string, path: string | undefined }[]} path undefined: the machine lacks it */
export function findSystemPrograms() {
  return needed.map(({ name, override, commands, for: purpose }) => {
    const chosen = override && process.env[override];
    return { name, for: purpose, path: chosen || commands.map(findCommand).find(Boolean) };
  });
}

function findCommand(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, command)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
