import type { PaperVersion } from '../../../api/contract';

export interface ReaderProps {
  version: PaperVersion; title: string; isUnread: boolean;
  /** The page named by the address; without one, where this version was left. */
  page: number | null;
  onPage: (page: number) => void;
  onComment: ((page: number) => void) | null;
}
