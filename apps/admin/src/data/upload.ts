import { API, csrfTokenFor, requestState } from './http.js';
import { ApiProblem, NetworkLost, readProblem } from './problem.js';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** Sends one file. XMLHttpRequest, because fetch does not tell how much of an upload has gone. `progress` gets 0 to 1. */
export function uploadFile(file: File, progress: (share: number) => void, signal?: AbortSignal, path = '/files'): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', API + path);
    call.setRequestHeader('x-csrf-token', csrfTokenFor(path));
    call.setRequestHeader('idempotency-key', crypto.randomUUID());
    call.setRequestHeader('accept-language', requestState.language);
    call.setRequestHeader('content-type', 'application/octet-stream');
    call.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    call.upload.onprogress = ({ loaded, total, lengthComputable }) => { if (lengthComputable) progress(loaded / total); };
    call.onerror = () => reject(new NetworkLost(null));
    call.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    call.onload = () => {
      const body = parse(call.responseText);
      if (call.status >= 200 && call.status < 300) resolve(body as StoredFile);
      else reject(new ApiProblem(readProblem(call.status, body)));
    };
    signal?.addEventListener('abort', () => call.abort());
    call.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
