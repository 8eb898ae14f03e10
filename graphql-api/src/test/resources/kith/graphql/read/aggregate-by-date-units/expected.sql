select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'year', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'closeDate', g.k1),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'year', (r1.date_6)::date::timestamp)::date as k1, count(*) as m1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 100) g),
    'quarter', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'closeDate', g.k1),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'quarter', (r2.date_6)::date::timestamp)::date as k1, count(*) as m1
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by k1 limit 100) g),
    'month', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'month', g.k1),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'month', (r3.date_6)::date::timestamp)::date as k1, count(*) as m1
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null group by 1
        order by k1 limit 100) g),
    'week', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'closeDate', to_char(g.k1::timestamp, case when g.k1::timestamp < '0001-01-01' then '"0000"-MM-DD' else 'YYYY-MM-DD' end)),
              'count', g.m1)), '[]'::json))
      from (select date_trunc(
          'week', (r4.date_6)::date::timestamp + interval '1 days')::date - 1 as k1, count(*) as m1
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null group by 1
        order by k1 limit 100) g),
    'day', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'closeDate', g.k1),
              'count', g.m1)), '[]'::json))
      from (select ((r5.date_6)::date::timestamp)::date as k1, count(*) as m1
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null group by 1
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
