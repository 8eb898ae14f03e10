select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'one', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'account', (select json_build_object(
                  'name', r3.name)
                from record r3
                where r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null))), '[]'::json))
      from (select r1.name, r1.ref_1, r2.name as k1
        from record r1
        left join record r2 on r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
        order by r2.name, r1.name, r1.id limit 50) r1),
    'two', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name, r6.name as k1
        from record r4
        left join record r5 on r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null
        left join record r6 on r6.tenant = $3 and r6.id = r5.owner and (r6.object = 1) is true and r6.deleted_at is null
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
        order by r6.name desc nulls last, r4.name desc, r4.id desc limit 4) r4),
    'three', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name, r10.name as k1
        from record r7
        left join record r8 on r8.tenant = $3 and r8.id = r7.ref_2 and (r8.object = 100001) is true and r8.deleted_at is null
        left join record r9 on r9.tenant = $3 and r9.id = r8.ref_1 and (r9.object = 100000) is true and r9.deleted_at is null
        left join record r10 on r10.tenant = $3 and r10.id = r9.ref_1 and (r10.object = 100000) is true and r10.deleted_at is null
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
        order by r10.name nulls first, r7.name, r7.id limit 9) r7)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
