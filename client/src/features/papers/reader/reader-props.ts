import type { Beside, OtherPaper } from '../beside/beside';
import type { PaperVersion } from '../../../api/contract';

export interface ReaderProps {
  version: PaperVersion; paperId: string; title: string; isUnread: boolean;
  /** The page named by the address; without one, where this version was left. */
  page: number | null;
  onPage: (page: number) => void;
  /** The page somebody shows, while the reader follows; each showing has a key of its own. */
  shown?: { key: string; page: number } | null;
  /** At once, for each page that comes before the eye. */
  onLook?: (page: number) => void;
  /** The reader moved by hand: by wheel, finger, key or button. */
  onHand?: () => void;
  /** Words to mark from the start: those by which the page was found. */
  find?: string | null;
  /** Asked for by the address: the changes since the version opened before, from the first on. */
  changes?: string | null;
  /** Where the same words are looked for in all papers of the session. */
  packAddress?: ((words: string) => string) | null;
  onComment: ((page: number) => void) | null;
  /** Papers that can be laid beside, besides other versions of this one. */
  others?: readonly OtherPaper[];
  /** Asks for all the room there is, as for two papers. */
  onRoom?: () => void;
}

/** One of two readers. */
export interface OneReaderProps extends ReaderProps { beside: Beside }
