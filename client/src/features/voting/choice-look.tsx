import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconCircleX, IconMessageCircle, IconUserMinus, type TablerIcon } from '@tabler/icons-react';
import type { Choice } from '../../api/contract';

export type Counted = Choice | 'notVoted' | 'recused';

/** An icon, a colour and a pattern for each choice; with the word, never colour alone. */
export const looks: Record<Counted, { Icon: TablerIcon; color: string; pattern: 'solid' | 'stripes' | 'dots' | 'cross' | 'empty' }> = {
  agree: { Icon: IconCircleCheck, color: 'light-dark(#0a5d58, #69b8b2)', pattern: 'solid' },
  disagree: { Icon: IconCircleX, color: 'light-dark(#87490b, #efa758)', pattern: 'stripes' },
  otherOpinion: { Icon: IconMessageCircle, color: 'light-dark(#2f4489, #8a9fd8)', pattern: 'dots' },
  abstain: { Icon: IconCircleMinus, color: 'light-dark(#635a51, #b8afa6)', pattern: 'cross' },
  notVoted: { Icon: IconCircleDashed, color: 'light-dark(#756b61, #8f867d)', pattern: 'empty' },
  recused: { Icon: IconUserMinus, color: 'light-dark(#756b61, #8f867d)', pattern: 'empty' },
};

export function ChoiceIcon({ choice, size = 20 }: { choice: Counted; size?: number | string }) {
  const { Icon, color } = looks[choice];
  return <Icon size={size} color={color} stroke={1.8} aria-hidden style={{ flex: 'none' }} />;
}
