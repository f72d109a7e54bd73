import { Refusal, refusalFrom } from './refusal';

export interface UploadParts { file: File; fields: Readonly<Record<string, string>> }

/** Sends one file with progress; XMLHttpRequest, since fetch cannot tell how much has left. Fields go before the file. */
export function upload<T>(path: string, parts: UploadParts, onProgress: (share: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    for (const [name, value] of Object.entries(parts.fields)) form.append(name, value);
    form.append('file', parts.file, parts.file.name);
    request.open('POST', `/api${path}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(refusalFrom(request.status, request.response));
    };
    request.onerror = () => reject(new Refusal('offline', {}, 0));
    request.onabort = () => reject(new Refusal('uploadStopped', {}, 0));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
