select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'amount', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'amount', (g.k1 * 0.01)::text),
              'count', g.m1)), '[]'::json))
      from (select r1.number_9 as k1, count(*) as m1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 3) g),
    'quantity', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'quantity', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r2.number_10 as k1, count(*) as m1
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by k1 limit 3) g),
    'weight', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'weight', round(g.k1, 4)::text),
              'count', g.m1)), '[]'::json))
      from (select case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end as k1, count(*) as m1
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null group by 1
        order by k1 limit 3) g),
    'closeDate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'closeDate', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r4.date_6 as k1, count(*) as m1
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null group by 1
        order by k1 limit 3) g),
    'signedAt', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'signedAt', to_char(g.k1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
              'count', g.m1)), '[]'::json))
      from (select r5.time_4 as k1, count(*) as m1
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null group by 1
        order by k1 limit 3) g),
    'version', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'version', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r6.version as k1, count(*) as m1
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null group by 1
        order by k1 limit 3) g),
    'partner', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'isPartner', g.k1),
              'count', g.m1)), '[]'::json))
      from (select case when r8.id is not null then coalesce(r8.flag_3, false) end as k1, count(*) as m1
        from record r7
        left join record r8 on r8.tenant = $3 and r8.id = r7.ref_1 and (r8.object = 100000) is true and r8.deleted_at is null
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null group by 1
        order by k1 limit 3) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
