import { CancelledError } from '@tanstack/react-query';

/** Asks for what is needed in any case. A part of the screen that asked for the same and is gone takes the asking with it: then it is asked anew. */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
  }
}
