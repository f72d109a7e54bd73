import { useEffect, useState } from 'react';
import { openPdf, PasswordResponses, type PDFDocumentProxy } from './engine';
import type { PageSize } from './layout';
import { prime } from './priming';
import type { SourceFailure } from './range-source';

export type Pdf =
  | { phase: 'loading' }
  | { phase: 'password'; isWrong: boolean; answer: (password: string) => void }
  | { phase: 'ready'; document: PDFDocumentProxy; first: PageSize }
  | { phase: 'failed'; code: 'paperDamaged' | SourceFailure };

const A4: PageSize = { width: 595, height: 842 };

async function sizeOfFirst(document: PDFDocumentProxy, isShown: boolean): Promise<PageSize> {
  try {
    const page = await document.getPage(1);
    if (isShown) prime(page);
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  } catch {
    return A4;
  }
}

/** Opens the file and keeps it open while it is on screen; at page 1, or elsewhere. */
export function usePdf({ url, size, attempt, isAtFirst }: { url: string; size: number; attempt: number; isAtFirst: boolean }): Pdf {
  const [opened, setOpened] = useState<{ key: string; pdf: Pdf }>({ key: '', pdf: { phase: 'loading' } });
  const key = `${url}#${attempt}`;
  useEffect(() => {
    let isGone = false;
    const show = (pdf: Pdf) => {
      if (!isGone) setOpened({ key, pdf });
    };
    const fail = (code: 'paperDamaged' | SourceFailure) => {
      show({ phase: 'failed', code });
      isGone = true;
      close();
    };
    const { task, opened, close } = openPdf({ url, size, onFailed: fail });
    task.onPassword = (answer: (password: string) => void, reason: number) => {
      show({ phase: 'password', isWrong: reason === PasswordResponses.INCORRECT_PASSWORD, answer });
    };
    task.promise
      .then(async (document) => {
        const first = await sizeOfFirst(document, isAtFirst);
        opened();
        show({ phase: 'ready', document, first });
      })
      .catch(() => fail('paperDamaged'));
    return () => {
      isGone = true;
      close();
    };
  }, [url, size, attempt, isAtFirst, key]);
  return opened.key === key ? opened.pdf : { phase: 'loading' };
}
