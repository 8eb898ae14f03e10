select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byType', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'aboutType', g.k1),
              'count', g.m1,
              'sum', json_build_object(
                'minutes', g.m2::text),
              'countDistinct', json_build_object(
                'aboutId', g.m3,
                'aboutType', g.m4),
              'percentEmpty', json_build_object(
                'aboutId', g.m5::text,
                'aboutType', g.m6::text))), '[]'::json))
      from (select case r1.object_1 when 100000 then 'Account' when 100001 then 'Contact' when 100006 then 'Visit' end as k1, count(*) as m1, sum(r1.number_9) as m2, count(distinct r1.ref_1) as m3, count(distinct r1.object_1) as m4, round(100.0 * count(*) filter (where r1.ref_1 is null) / nullif(count(*), 0), 2) as m5, round(100.0 * count(*) filter (where r1.object_1 is null) / nullif(count(*), 0), 2) as m6
        from record r1
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null group by 1
        order by m1 desc nulls first, m2 desc nulls first, k1 limit 100) g),
    'byRecord', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'about', g.k1,
                'type', g.k2),
              'sum', json_build_object(
                'minutes', g.m1::text))), '[]'::json))
      from (select r2.ref_1 as k1, case r2.object_1 when 100000 then 'Account' when 100001 then 'Contact' when 100006 then 'Visit' end as k2, sum(r2.number_9) as m1
        from record r2
        where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null group by 1, 2
        order by m1 desc nulls first, k1, k2 limit 100) g),
    'byIndustry', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'industry', g.k1),
              'sum', json_build_object(
                'minutes', g.m1::text))), '[]'::json))
      from (select r4.text_13 as k1, sum(r3.number_9) as m1
        from record r3
        left join record r4 on r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100000) is true and r4.deleted_at is null
        where r3.tenant = $3 and r3.object = 100006 and r3.deleted_at is null group by 1
        order by m1 desc nulls first, k1 limit 100) g),
    'ofAccounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'visits', json_build_object(
                'aggregate', (select json_build_object(
                    'groups', coalesce(json_agg(json_build_object(
                          'count', g.m1,
                          'sum', json_build_object(
                            'minutes', g.m2::text))), '[]'::json))
                  from (select count(*) as m1, sum(r6.number_9) as m2
                    from record r6
                    where r6.tenant = $3 and r6.object = 100006 and r6.deleted_at is null and r6.ref_1 = r5.id limit 100) g)))), '[]'::json))
      from (select r5.name, r5.id
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null
        order by r5.name, r5.id limit 2) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
