select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byAccount', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name, r2.name as k1
        from record r1
        left join record r2 on r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
        order by r2.name desc nulls last, r1.name, r1.id limit 50) r1),
    'byContact', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name, r5.name as k1
        from record r3
        left join record r4 on r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100001) is true and r4.deleted_at is null
        left join record r5 on r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null
        where r3.tenant = $3 and r3.object = 100006 and r3.deleted_at is null
        order by r5.name nulls first, r3.name desc, r3.id desc limit 50) r3),
    'mixed', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json),
        'pageInfo', json_build_object(
          'endCursor', min(translate(encode(convert_to(json_build_array(
                    'o03a6704f', r6.k1, r6.k2, r6.name, r6.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r6.n = least(r6.c, 2))))
      from (select r6.name, r6.id, r6.k1, r6.k2, row_number() over () as n, count(*) over () as c
        from (select r6.name, r6.id, r7.name as k1, r8.name as k2
          from record r6
          left join record r7 on r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null
          left join record r8 on r8.tenant = $3 and r8.id = r6.ref_1 and (r8.object = 100001) is true and r8.deleted_at is null
          where r6.tenant = $3 and r6.object = 100006 and r6.deleted_at is null
          order by r7.name, r8.name, r6.name, r6.id limit 2) r6) r6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
