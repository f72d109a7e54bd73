import type { PageChange, PaperVersion } from '../../../api/contract';
import type { ChosenChange } from '../changes/use-changes';
import type { View } from '../reader/use-view';

/** The changes that are looked at in the newer version, to be marked in the older one beside it. */
export interface SharedMarks { list: readonly PageChange[]; chosen: ChosenChange | null; olderId: string | null }

/** A paper that can lie beside the one that is read. */
export interface OtherPaper { paperId: string; title: string; version: PaperVersion }

/** What one of two readers tells the other. */
export interface Beside {
  /** The one that was laid beside. */
  isSecond: boolean;
  /** Opens the list of papers to choose from; null for the second. */
  onChoose: (() => void) | null;
  /** Lays an older version beside it; null for the second. */
  onOlder: ((versionId: string, page: number) => void) | null;
  onMarks: ((marks: SharedMarks | null) => void) | null;
  /** For the second. */
  marks: SharedMarks | null;
  onView: (view: View) => void;
}
