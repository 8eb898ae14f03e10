select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byFilter', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name, r3.name as k1
        from record r1
        left join record r3 on r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.number_10 = $4 or exists (select 1
            from record r2
            where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.name = $5))
        order by r3.name nulls first, r1.name desc, r1.id desc limit 3) r1),
    'byValue', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json),
        'cappedCount', (select count(*)
          from (select 1
            from record r4
            where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.text_13 = $6 and r4.number_9 >= $7) limit 4) c))
      from (select r4.name, r5.name as k1
        from record r4
        left join record r5 on r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.text_13 = $6 and r4.number_9 >= $7)
        order by r5.name nulls first, r4.name desc, r4.id desc limit 50) r4),
    'byValues', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.text_13 = any ($8))),
    'deal', (select json_build_object(
        'name', r7.name)
      from record r7
      where r7.tenant = $3 and r7.id = $9 and (r7.object = 100005) is true and r7.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
