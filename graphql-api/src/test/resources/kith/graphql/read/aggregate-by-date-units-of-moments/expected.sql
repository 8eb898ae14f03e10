select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'year', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'signedAt', to_char(g.k1::timestamp, case when g.k1::timestamp < '0001-01-01' then '"0000"-MM-DD' else 'YYYY-MM-DD' end)),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'year', (r1.time_4 at time zone $3::text))::date as k1, count(*) as m1
        from record r1
        where r1.tenant = $4 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 100) g),
    'day', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'signedAt', to_char(g.k1::timestamp, case when g.k1::timestamp < '0001-01-01' then '"0000"-MM-DD' else 'YYYY-MM-DD' end)),
              'count', g.m1)), '[]'::json))
      from (select ((r2.time_4 at time zone $5::text))::date as k1, count(*) as m1
        from record r2
        where r2.tenant = $4 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by k1 limit 100) g),
    'hour', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'signedAt', to_char((g.k1 at time zone 'UTC'), case when (g.k1 at time zone 'UTC') < '0001-01-01' then '"0000"-MM-DD"T"HH24:MI:SS.MS"Z"' else 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"' end)),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'hour', r3.time_4, $6::text) as k1, count(*) as m1
        from record r3
        where r3.tenant = $4 and r3.object = 100005 and r3.deleted_at is null group by 1
        order by k1 limit 100) g),
    'hourOfDay', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'signedAt', g.k1),
              'count', g.m1)), '[]'::json))
      from (select extract(hour
          from (r4.time_4 at time zone $7::text))::int as k1, count(*) as m1
        from record r4
        where r4.tenant = $4 and r4.object = 100005 and r4.deleted_at is null group by 1
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
