/** Statements of the hot path: prepared once for each connection, all of a batch in one. */

/** The motions of a batch; `attendance`: member → where they are checked in. */
export const CASTABLE_SQL = `select m.id, m.body_id, m.session_id, m.item_id, m.state, m.choices, m.options, m.most, s.sent_at is not null as sent,
    (r.settings->>'absentMayVote')::boolean as "absentMayVote", (r.settings->>'changeBallot')::boolean as change_ballot, coalesce((r.settings->>'stepUp')::boolean, false) as step_up,
    (select json_object_agg(a.member_id, a.mode) from attendance a where a.session_id = m.session_id and a.member_id = any($2::uuid[]) and a.state = 'checkedIn') as attendance
  from motion m join session s on s.id = m.session_id join rule_set r on r.id = m.rule_set_id
  where m.id = any($1::uuid[]) order by m.id`;

/** The same, held so that none is closed meanwhile. */
export const HELD_SQL = `${CASTABLE_SQL} for share of m`;

/**
 * Ballots that were found castable a moment ago, in one statement that is its own transaction: the motions are held and must
 * still be open, each ballot is one row for a roll's member who has none, and each row has its line in the journal. What is
 * not written (closed meanwhile, voted before, not on the roll) does not come back, and is looked at one by one.
 * The receipt tells the rows of two equal requests apart.
 */
export const CAST_SQL = `with held as materialized (select m.id, m.body_id, m.session_id, m.item_id from motion m where m.id = any($12::uuid[]) and m.state = 'open' order by m.id for share),
  wanted as materialized (select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::bytea[], $10::bytea[], $11::text[])
    as w(motion_id, member_id, choice, text, channel, receipt, selected, actor_id, hash, salt, content)),
  written as (insert into ballot (motion_id, member_id, choice, text, channel, receipt, selected)
    select w.motion_id, w.member_id, w.choice, w.text, w.channel, w.receipt, string_to_array(w.selected, ',')::uuid[] from wanted w join held h on h.id = w.motion_id join motion_roll r on r.motion_id = w.motion_id and r.member_id = w.member_id
    on conflict (motion_id, member_id) do nothing returning motion_id, member_id, choice, text, array_to_string(selected, ',') as selected, receipt, cast_at),
  told as (insert into journal_entry (xid, at, type, actor_id, body_id, audiences, ids, facts, private_hash)
    select pg_current_xact_id()::text::bigint, c.cast_at, 'motion.cast', w.actor_id, h.body_id, array['body:' || h.body_id, 'body:' || h.body_id || ':office'],
      jsonb_build_object('bodyId', h.body_id, 'sessionId', h.session_id, 'itemId', h.item_id, 'motionId', h.id), jsonb_build_object('memberId', c.member_id, 'receipt', c.receipt), w.hash
    from written c join wanted w on w.motion_id = c.motion_id and w.receipt = c.receipt join held h on h.id = c.motion_id returning id, private_hash),
  kept as (insert into journal_private (entry_id, salt, content) select t.id, w.salt, w.content from told t join wanted w on w.hash = t.private_hash)
  select * from written`;

/** One row for each ballot of a roll's member who has none yet. */
export const INSERT_SQL = `insert into ballot (motion_id, member_id, choice, text, channel, receipt, selected)
  select w.motion_id, w.member_id, w.choice, w.text, w.channel, w.receipt, string_to_array(w.selected, ',')::uuid[]
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as w(motion_id, member_id, choice, text, channel, receipt, selected)
  join motion_roll r on r.motion_id = w.motion_id and r.member_id = w.member_id
  on conflict (motion_id, member_id) do nothing
  returning motion_id, member_id, choice, text, array_to_string(selected, ',') as selected, receipt, cast_at`;

export const FOUND_SQL = `select b.motion_id, b.member_id, b.choice, b.text, array_to_string(b.selected, ',') as selected, b.receipt, b.cast_at
  from unnest($1::uuid[], $2::uuid[]) as w(motion_id, member_id) join ballot b on b.motion_id = w.motion_id and b.member_id = w.member_id`;

/** Only where the rule set lets a ballot be changed until the close. */
export const REPLACE_SQL = `update ballot set choice = $3, text = $4, channel = $5, receipt = $6, selected = string_to_array($7, ',')::uuid[], entered_by = null, cast_at = clock_timestamp()
  where motion_id = $1 and member_id = $2 returning motion_id, member_id, choice, text, array_to_string(selected, ',') as selected, receipt, cast_at`;

export const JOURNAL_SQL = `with wanted as materialized (select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::text[])
    as w(actor_id, body_id, audiences, ids, facts, hash, salt, content)),
  told as (insert into journal_entry (xid, at, type, actor_id, body_id, audiences, ids, facts, private_hash)
    select pg_current_xact_id()::text::bigint, b.cast_at, 'motion.cast', w.actor_id, w.body_id, string_to_array(w.audiences, ' '), w.ids::jsonb, w.facts::jsonb, w.hash
    from wanted w join ballot b on b.motion_id = (w.ids::jsonb->>'motionId')::uuid and b.member_id = (w.facts::jsonb->>'memberId')::uuid returning id, private_hash)
  insert into journal_private (entry_id, salt, content) select t.id, w.salt, w.content from told t join wanted w on w.hash = t.private_hash`;
