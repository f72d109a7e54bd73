import { IconCircleCheckFilled, IconCircleXFilled, IconHelpCircleFilled } from '@tabler/icons-react';

const marks = { adopted: IconCircleCheckFilled, rejected: IconCircleXFilled, undecided: IconHelpCircleFilled };
const colors = { adopted: 'light-dark(#0a5d58, #69b8b2)', rejected: 'light-dark(#87490b, #efa758)', undecided: 'light-dark(#635a51, #b8afa6)' };

/** A tick, a cross or a question mark beside the word of an outcome. */
export function OutcomeMark({ outcome, size = 28 }: { outcome: keyof typeof marks; size?: number | string }) {
  const Mark = marks[outcome];
  return <Mark size={size} color={colors[outcome]} aria-hidden />;
}
