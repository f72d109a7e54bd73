/** Roles of the glossary. `member` and `chair` follow from a seat; the others are assigned. */
export const ROLES = ['member', 'chair', 'secretariat', 'officer', 'clerk', 'assistant', 'substitute', 'invitee', 'sponsor', 'auditor'] as const;
export type RoleName = (typeof ROLES)[number];

/** What a person may try to do. Whether the state allows it is a rule of the feature. */
export const PERMISSIONS = [
  'body.read', 'body.administer', 'accounts.administer', 'calendar.administer',
  'session.read', 'session.visit', 'session.follow', 'session.look', 'session.prepare', 'session.approve', 'session.run', 'session.attend',
  'people.find',
  'agenda.prepare', 'agenda.comment', 'agenda.takePosition', 'agenda.recuse', 'floor.ask', 'floor.run',
  'paper.read', 'paper.copy', 'paper.readDraft', 'paper.prepare', 'paper.register', 'dossier.read', 'dossier.submit', 'dossier.clear',
  'motion.prepare', 'motion.run', 'motion.enter', 'motion.cast', 'motion.readEarly',
  'opinion.read', 'opinion.prepare', 'opinion.approve', 'opinion.run', 'opinion.conclude', 'opinion.draft', 'opinion.reply',
  'journal.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
