select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byCount', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r1.text_13 as k1, count(*) as m1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by m1 desc nulls first, k1 desc nulls first limit 100) g),
    'bySum', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1),
              'sum', json_build_object(
                'amount', g.m1::text))), '[]'::json))
      from (select r2.text_13 as k1, sum(r2.number_9) * 0.01 as m1
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by m1 nulls last, k1 limit 100) g),
    'byUnseen', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1))), '[]'::json))
      from (select r3.text_13 as k1, max(r3.date_6) as m1
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null group by 1
        order by m1 desc nulls last, k1 limit 100) g),
    'byKey', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1))), '[]'::json))
      from (select r4.text_13 as k1
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null group by 1
        order by k1 nulls first limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
