import { http } from '../../api/http';

/** A copy with the reader's name, the time and a code across each page; the server notes who took it. */
export const takeCopy = (versionId: string, purpose: 'keep' | 'print'): Promise<Blob> => http.file(`/paper-versions/${versionId}/copy?for=${purpose}`);

const MINUTE_MS = 60_000;

/** Prints the marked copy by the browser's own viewer; where a browser does not let a page do that, the copy is opened beside it. */
export async function printCopy(versionId: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([await takeCopy(versionId, 'print')], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.title = 'PDF';
  frame.dataset['print'] = versionId;
  frame.className = 'visually-hidden';
  frame.onload = () => {
    try {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
    } catch {
      window.open(address, '_blank', 'noopener');
    }
  };
  frame.src = address;
  document.body.append(frame);
  // The dialog reads from the frame while it is open.
  window.setTimeout(() => { frame.remove(); URL.revokeObjectURL(address); }, 10 * MINUTE_MS);
}
