import { useCallback, useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../data/http.js';
import { MAX_FILE_BYTES, uploadFile } from '../data/upload.js';
import { useRefresh } from '../data/use-api.js';
import { useErrorText } from '../data/use-error-text.js';

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly error: string | null;
}

/** Uploads files and hangs them on the case, one after another. */
export function useAttach(instance: string): { readonly uploads: readonly Upload[]; readonly attach: (files: readonly File[]) => void } {
  const translate = useTranslate();
  const errorText = useErrorText();
  const refresh = useRefresh();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const attach = useCallback((files: readonly File[]) => {
    const one = async (file: File): Promise<void> => {
      const id = crypto.randomUUID();
      const change = (part: Partial<Upload>): void => setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
      const tooBig = file.size > MAX_FILE_BYTES;
      setUploads((all) => [...all.filter(({ error }) => error === null), { id, name: file.name, share: 0, error: tooBig ? translate('files.tooBig') : null }]);
      if (tooBig) return;
      try {
        const stored = await uploadFile(file, (share) => change({ share }));
        await api(`/process-instances/${instance}/files`, { method: 'POST', body: { file: stored.id, name: file.name } });
        setUploads((all) => all.filter((upload) => upload.id !== id));
        await refresh(`/process-instances/${instance}/files`);
      } catch (error) {
        change({ error: errorText(error) });
      }
    };
    void files.reduce((before, file) => before.then(() => one(file)), Promise.resolve());
  }, [instance, refresh, translate, errorText]);
  return { uploads, attach };
}
