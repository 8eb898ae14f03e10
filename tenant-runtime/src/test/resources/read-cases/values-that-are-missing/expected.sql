json_build_object(
  'account', (select json_build_object(
      'owner', r1.owner,
      'industry', r1.text_1,
      'currency', case when r1.number_9 is not null then 'EUR' end,
      'rating', (r1.number_9 * 0.1)::text,
      'employees', r1.number_10,
      'galaxies', round(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end, 4)::text,
      'stars', r1.more -> '20',
      'founded', r1.date_1,
      'audited', r1.more -> '21',
      'lastVisit', to_char(r1.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'lastCall', r1.more -> '22',
      'active', coalesce(r1.flag_3, false),
      'vip', coalesce(r1.more -> '23', 'false'),
      'motto', r1.text_13,
      'notes', r1.more -> '2',
      'interests', coalesce(r1.more -> '3', '[]'),
      'parent', r1.ref_1,
      'backer', r1.ref_2)
    from record r1
    where r1.tenant = $1 and r1.id = $2 and (r1.object = 2001) is true and r1.deleted_at is null))
