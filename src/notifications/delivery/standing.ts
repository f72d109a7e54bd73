/** Whether whom `n` (a notification) tells may still know of it: rights are asked again at the moment it goes out or is read. */
export const MAY_KNOW = `(n.body_id is null
  or exists (select 1 from account_right r where r.account_id = n.account_id and r.body_id = n.body_id and (n.member_id is null or r.member_id = n.member_id
    or ('assistant' = any(r.roles) and exists (select 1 from member_assistant h where h.account_id = n.account_id and h.body_id = n.body_id and h.member_id = n.member_id))))
  or exists (select 1 from account_guest g where g.account_id = n.account_id and g.session_id = n.session_id))`;

/** Whether what it says is still so: nobody is asked to answer what is answered, recalled or over. */
export const STILL_SO = `case
  when n.kind in ('requestSent', 'requestExtended', 'requestDue', 'requestOverdue', 'requestReminded') then exists (select 1 from opinion_request q join opinion_member o on o.request_id = q.id and o.member_id = n.member_id
    where q.id = n.request_id and q.state = 'sent' and o.state not in ('answered', 'deemed'))
  when n.kind in ('sessionSent', 'sessionChanged') then exists (select 1 from session s where s.id = n.session_id and s.state in ('sent', 'inSession', 'suspended'))
  when n.kind in ('paperReplaced', 'paperReminded') then exists (select 1 from paper p where p.id = n.paper_id and p.state = 'released')
  else true end`;
