select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'some', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.text_13 like $4)
        order by r1.id limit 50) r1),
    'none', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
        and not exists (select 1
          from record r4
          where r4.tenant = $3 and r4.object = 100001 and r4.deleted_at is null and r4.ref_1 = r3.id))),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and (exists (select 1
            from record r6
            where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null and r6.ref_1 = r5.id)
          and not exists (select 1
            from record r7
            where r7.tenant = $3 and r7.object = 100001 and r7.deleted_at is null and r7.ref_1 = r5.id and ((r7.text_13 is null) is not true) is not true))
        order by r5.id limit 50) r5),
    'tags', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r8.name)), '[]'::json))
      from (select r8.name
        from record r8
        where r8.tenant = $3 and r8.object = 100001 and r8.deleted_at is null
        and exists (select 1
          from link l1
          join record r9 on r9.tenant = $3 and r9.id = l1.target and (r9.object = 100002) is true and r9.deleted_at is null
          where l1.tenant = $3 and l1.field = $5 and l1.source = r8.id and r9.name = $6)
        order by r8.id limit 50) r8),
    'back', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (select r10.name
        from record r10
        where r10.tenant = $3 and r10.object = 100002 and r10.deleted_at is null
        and exists (select 1
          from link l2
          join record r11 on r11.tenant = $3 and r11.id = l2.source and (r11.object = 100001) is true and r11.deleted_at is null
          where l2.tenant = $3 and l2.field = $7 and l2.target = r10.id and r11.name = $8)
        order by r10.id limit 50) r10)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
