/**
 * Open episodes of institutions ($1) with the next visit of each and the first thing that holds up its care, in the order
 * of `blockers` of the contracts; `rank` is that order, and those that nothing holds up come last.
 */
export const casesSql = `
  select e.id as "episodeId", e.patient_id as "patientId", e.institution_id as "institutionId", e.title, p.zone,
         i.city, i.zone as "institutionZone", next.starts_at as "startsAt", next.minutes, judged.blocker,
         coalesce(array_position(array['unanswered_invitation', 'mail_bounced', 'not_received', 'clock_changed', 'no_visit',
           'not_confirmed', 'interpreter_missing', 'note_open'], judged.blocker), 9) as rank,
         concat_ws(' ', p.name, p.name_latin, p.name_kana, e.title::text) as searched
    from episode e
    join person p on p.id = e.patient_id
    join institution i on i.id = e.institution_id
    left join lateral (
      select v.id, v.starts_at, v.minutes from visit v
       where v.episode_id = e.id and v.kind = 'visit' and v.status in ('booked', 'arrived')
         and greatest(v.starts_at, v.expected_at) + (v.minutes + 60) * interval '1 minute' > now()
       order by v.starts_at limit 1) next on true
    left join lateral (
      select v.id, v.outcome_rule, v.outcome from visit v
       where v.episode_id = e.id and v.kind = 'visit' and v.status in ('fulfilled', 'cancelled', 'noshow') and v.starts_at <= now()
       order by v.starts_at desc limit 1) last on true
    cross join lateral (select case
      when exists (select from invitation n where n.person_id = p.id and n.role = 'patient'
             and n.redeemed_at is null and n.revoked_at is null) then 'unanswered_invitation'
      when p.email_state = 'bounced' then 'mail_bounced'
      when next.id is null and exists (select from visit v where v.episode_id = e.id and v.kind = 'visit'
             and v.status = 'pending' and v.starts_at > now()) then 'interpreter_missing'
      when next.id is null and (last.outcome in ('not_received', 'technical') or last.outcome_rule = 'not_received') then 'not_received'
      when next.id is null then 'no_visit'
      when exists (select from seat s where s.visit_id = next.id and s.role = 'patient' and s.confirmed_at is null
             and s.state = 'invited') then 'not_confirmed'
      when exists (select from seat s join seat d on d.visit_id = s.visit_id and d.role = 'physician'
             where s.visit_id = next.id and s.role = 'patient' and s.language <> d.language)
           and not exists (select from seat s where s.visit_id = next.id and s.role = 'interpreter' and s.state <> 'removed')
        then 'interpreter_missing'
      when exists (select from visit v where v.episode_id = e.id and v.kind = 'visit' and v.status = 'fulfilled'
             and v.starts_at > now() - interval '60 days'
             and not exists (select from note where note.visit_id = v.id and note.signed_versions > 0)) then 'note_open'
    end as blocker) judged
   where e.institution_id = any($1::uuid[]) and e.closed_at is null`;
