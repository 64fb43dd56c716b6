import { API } from '../data/http.js';
import { MAX_FILE_BYTES, uploadFile } from '../data/upload.js';
import { noLookups, type FormLookups } from '../form-renderer/lookups.js';

/** Somebody without an account may send files, and looks up nobody and nothing of the office. */
export const respondLookups: FormLookups = {
  ...noLookups,
  maxFileBytes: MAX_FILE_BYTES,
  async uploadFile(file, progress, signal) {
    const { id, name, size } = await uploadFile(file, progress, signal, '/respond/files');
    return { id, name, size };
  },
  fileUrl: (id) => `${API}/respond/files/${encodeURIComponent(id)}`,
};
