json_build_object(
  'vip', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object(
              'vip', g.k1),
            'count', g.m1)), '[]'::json))
    from (select coalesce((r1.more -> '23' = 'true'::jsonb), false) as k1, count(*) as m1
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null group by 1
      order by k1 limit 100) g),
  'galaxies', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object(
              'galaxies', round(g.k1, 4)::text),
            'count', g.m1)), '[]'::json))
    from (select case when jsonb_typeof(r2.more -> '1') = 'number' then (r2.more -> '1')::numeric end as k1, count(*) as m1
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null group by 1
      order by k1 limit 100) g),
  'audited', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object(
              'audited', g.k1),
            'count', g.m1, $2, g.m2::text)), '[]'::json))
    from (select (r3.more ->> '21') collate "C" as k1, count(*) as m1, sum(r3.number_1) * 0.01 as m2
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null group by 1
      order by k1 limit 100) g),
  'year', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($3, g.k1),
            'count', g.m1)), '[]'::json))
    from (select date_trunc(
        'year', ((r4.more ->> '21') collate "C")::date::timestamp)::date as k1, count(*) as m1
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null group by 1
      order by k1 limit 100) g))
