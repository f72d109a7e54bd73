import { IconBookmark, IconHighlight, IconMessage2, IconPencil, type TablerIcon } from '@tabler/icons-react';
import type { NoteKind } from '../../../api/contract';

export const noteIcons: Record<NoteKind, TablerIcon> = { highlight: IconHighlight, text: IconMessage2, ink: IconPencil, bookmark: IconBookmark };
