import { FirstTables1790000000001 } from './0001-first-tables.js';
import { RightsAndAppendOnly1790000000002 } from './0002-rights-and-append-only.js';
import { SessionsAndAgenda1790000000003 } from './0003-sessions-and-agenda.js';
import { Voting1790000000004 } from './0004-voting.js';
import { Papers1790000000005 } from './0005-papers.js';
import { CommentsAndOpinions1790000000006 } from './0006-comments-and-opinions.js';
import { Identity1790000000007 } from './0007-identity.js';
import { JournalAsALog1790000000008 } from './0008-journal-as-a-log.js';
import { PapersAtRest1790000000009 } from './0009-papers-at-rest.js';
import { RecusalAndDraftsApart1790000000010 } from './0010-recusal-and-drafts-apart.js';
import { RowsByRight1790000000011 } from './0011-rows-by-right.js';
import { StepUp1790000000012 } from './0012-step-up.js';
import { Meeting1790000000015 } from './0015-meeting.js';
import { Preparing1790000000018 } from './0018-preparing.js';
import { Guests1790000000019 } from './0019-guests.js';
import { Room1790000000020 } from './0020-room.js';

/** All migrations, oldest first. */
export const MIGRATIONS = [FirstTables1790000000001, RightsAndAppendOnly1790000000002, SessionsAndAgenda1790000000003, Voting1790000000004, Papers1790000000005, CommentsAndOpinions1790000000006, Identity1790000000007, JournalAsALog1790000000008, PapersAtRest1790000000009, RecusalAndDraftsApart1790000000010, RowsByRight1790000000011, StepUp1790000000012, Meeting1790000000015, Preparing1790000000018, Guests1790000000019, Room1790000000020];
