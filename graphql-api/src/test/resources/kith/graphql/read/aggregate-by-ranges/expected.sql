select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'amount', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'amount', case when g.k1 is not null then json_build_object(
                  'from', ($3::text[])[g.k1],
                  'to', ($3::text[])[g.k1 + 1]) end),
              'count', g.m1)), '[]'::json))
      from (select width_bucket(r1.number_9, $4::bigint[]) as k1, count(*) as m1
        from record r1
        where r1.tenant = $5 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 100) g),
    'fine', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'amount', case when g.k1 is not null then json_build_object(
                  'from', ($6::text[])[g.k1],
                  'to', ($6::text[])[g.k1 + 1]) end),
              'count', g.m1)), '[]'::json))
      from (select width_bucket(r2.number_9, $7::bigint[]) as k1, count(*) as m1
        from record r2
        where r2.tenant = $5 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by k1 limit 100) g),
    'weight', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'weight', case when g.k1 is not null then json_build_object(
                  'from', ($8::text[])[g.k1],
                  'to', ($8::text[])[g.k1 + 1]) end),
              'count', g.m1)), '[]'::json))
      from (select width_bucket(case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end, $9::numeric[]) as k1, count(*) as m1
        from record r3
        where r3.tenant = $5 and r3.object = 100005 and r3.deleted_at is null group by 1
        order by k1 limit 100) g),
    'revenue', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'revenue', case when g.k1 is not null then json_build_object(
                  'from', ($10::text[])[g.k1],
                  'to', ($10::text[])[g.k1 + 1]) end),
              'count', g.m1)), '[]'::json))
      from (select width_bucket(r5.number_9, $11::bigint[]) as k1, count(*) as m1
        from record r4
        left join record r5 on r5.tenant = $5 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null
        where r4.tenant = $5 and r4.object = 100005 and r4.deleted_at is null group by 1
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
