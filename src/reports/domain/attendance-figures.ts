import type { AttendanceState } from '../../sessions/domain/attendance.js';

/** What is counted of a member's attendance. */
export interface Attended {
  state: AttendanceState;
  mode: 'room' | 'online' | null;
}

/** Members by how they came or did not. Who left had come, and is counted where they sat. */
export interface AttendanceFigures {
  members: number;
  room: number;
  online: number;
  left: number;
  absenceApproved: number;
  substituted: number;
  missing: number;
}

/**
 * Counts the list of attendance: room, online, absence with leave, substitutes and the missing add up to all members;
 * `left` are those of them who went before the end. (product/rules.md §2, Participant)
 */
export function attendanceFigures(list: readonly Attended[]): AttendanceFigures {
  const came = list.filter(({ state }) => state === 'checkedIn' || state === 'left');
  const count = (wanted: AttendanceState): number => list.filter(({ state }) => state === wanted).length;
  const online = came.filter(({ mode }) => mode === 'online').length;
  const [left, absenceApproved, substituted] = [count('left'), count('absenceApproved'), count('substituted')];
  return { members: list.length, room: came.length - online, online, left, absenceApproved, substituted, missing: list.length - came.length - absenceApproved - substituted };
}
