import { IconAlarm, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from './time';
import classes from './timer.module.css';

/** The server's clock as this screen knows it: what it said, and how long ago. */
export interface ServerClock { now: string; heardAt: number }

const shown = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

interface TimerProps { clock: ServerClock; startedAt: string | null; spentSeconds?: number; minutes: number; label: string; size?: 'md' | 'xl' | 'wall' }

/** Time gone and time given; when it is over, a word and a picture say so besides the colour. */
export function Timer({ clock, startedAt, spentSeconds = 0, minutes, label, size = 'md' }: TimerProps) {
  const { t } = useTranslation('ui');
  const now = useNow(1000);
  const server = new Date(clock.now).getTime() + Math.max(0, now - clock.heardAt);
  const running = startedAt === null ? 0 : Math.max(0, Math.floor((server - new Date(startedAt).getTime()) / 1000));
  const seconds = spentSeconds + running;
  const isOver = minutes > 0 && seconds > minutes * 60;
  const Icon = isOver ? IconAlarm : IconClock;
  return (
    <span className={classes.timer} data-over={isOver || undefined} data-size={size} role="timer" aria-label={label}>
      <Icon size={size === 'wall' ? '0.9em' : size === 'xl' ? 28 : 18} aria-hidden />
      <span className={classes.time}>{shown(seconds)}</span>
      {minutes > 0 && <span className={classes.of}>{isOver ? t('timer.over', { time: shown(seconds - minutes * 60) }) : t('timer.of', { minutes })}</span>}
    </span>
  );
}
