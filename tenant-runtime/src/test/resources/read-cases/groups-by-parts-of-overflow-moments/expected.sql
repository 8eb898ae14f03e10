json_build_object(
  'hour', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($1, to_char((g.k1 at time zone 'UTC'), case when (g.k1 at time zone 'UTC') < '0001-01-01' then '"0000"-MM-DD"T"HH24:MI:SS.MS"Z"' else 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' end), $2, g.k2, $3, g.k3, $4, to_char(g.k4::timestamp, case when g.k4::timestamp < '0001-01-01' then '"0000"-MM-DD' else 'YYYY-MM-DD' end)),
            'count', g.m1)), '[]'::json))
    from (select date_trunc(
        'hour', ((r1.more ->> '22') collate "C")::timestamptz, $5::text) as k1, extract(hour
        from (((r1.more ->> '22') collate "C")::timestamptz at time zone $6::text))::int as k2, extract(isodow
        from (((r1.more ->> '22') collate "C")::timestamptz at time zone $7::text))::int as k3, date_trunc(
        'week', (((r1.more ->> '22') collate "C")::timestamptz at time zone $8::text))::date as k4, count(*) as m1
      from record r1
      where r1.tenant = $9 and r1.object = 2001 and r1.deleted_at is null group by 1, 2, 3, 4
      order by k1, k2, k3, k4 limit 100) g),
  'slot', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($10, to_char((g.k1 at time zone 'UTC'), case when (g.k1 at time zone 'UTC') < '0001-01-01' then '"0000"-MM-DD"T"HH24:MI:SS.MS"Z"' else 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' end), $11, to_char(g.k2::timestamp, case when g.k2::timestamp < '0001-01-01' then '"0000"-MM-DD' else 'YYYY-MM-DD' end)),
            'count', g.m1)), '[]'::json))
    from (select date_trunc(
        'hour', r2.time_4, $12::text) as k1, ((r2.time_4 at time zone $13::text))::date as k2, count(*) as m1
      from record r2
      where r2.tenant = $9 and r2.object = 2001 and r2.deleted_at is null group by 1, 2
      order by k1, k2 limit 100) g))
