select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'some', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null
        and exists (select 1
          from link l1
          join record r2 on r2.tenant = $3 and r2.id = l1.target and (r2.object = 100002) is true and r2.deleted_at is null
          where l1.tenant = $3 and l1.field = $4 and l1.source = r1.id and r2.name = $5)
        order by r1.id limit 50) r1),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null
        and not exists (select 1
          from link l2
          join record r4 on r4.tenant = $3 and r4.id = l2.target and (r4.object = 100002) is true and r4.deleted_at is null
          where l2.tenant = $3 and l2.field = $6 and l2.source = r3.id and (r4.name = $7) is not true)
        order by r3.name, r3.id limit 50) r3),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100001 and r5.deleted_at is null
        and not exists (select 1
          from link l3
          join record r6 on r6.tenant = $3 and r6.id = l3.target and (r6.object = 100002) is true and r6.deleted_at is null
          where l3.tenant = $3 and l3.field = $8 and l3.source = r5.id and r6.name = $9)
        order by r5.name, r5.id limit 50) r5),
    'back', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100002 and r7.deleted_at is null
        and exists (select 1
          from link l4
          join record r8 on r8.tenant = $3 and r8.id = l4.source and (r8.object = 100001) is true and r8.deleted_at is null
          where l4.tenant = $3 and l4.field = $10 and l4.target = r7.id
          and exists (select 1
            from record r9
            where r9.tenant = $3 and r9.id = r8.ref_1 and (r9.object = 100000) is true and r9.deleted_at is null and r9.name = $11))
        order by r7.id limit 50) r7),
    'backEvery', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (select r10.name
        from record r10
        where r10.tenant = $3 and r10.object = 100002 and r10.deleted_at is null
        and not exists (select 1
          from link l5
          join record r11 on r11.tenant = $3 and r11.id = l5.source and (r11.object = 100001) is true and r11.deleted_at is null
          where l5.tenant = $3 and l5.field = $12 and l5.target = r10.id and (exists (select 1
              from record r12
              where r12.tenant = $3 and r12.id = r11.ref_1 and (r12.object = 100000) is true and r12.deleted_at is null and r12.name = $13)) is not true)
        order by r10.id limit 50) r10),
    'within', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r13.name)), '[]'::json))
      from (select r13.name
        from record r13
        where r13.tenant = $3 and r13.object = 100000 and r13.deleted_at is null
        and exists (select 1
          from record r14
          where r14.tenant = $3 and r14.object = 100001 and r14.deleted_at is null and r14.ref_1 = r13.id
          and exists (select 1
            from link l6
            join record r15 on r15.tenant = $3 and r15.id = l6.target and (r15.object = 100002) is true and r15.deleted_at is null
            where l6.tenant = $3 and l6.field = $14 and l6.source = r14.id
            and exists (select 1
              from link l7
              join record r16 on r16.tenant = $3 and r16.id = l7.source and (r16.object = 100001) is true and r16.deleted_at is null
              where l7.tenant = $3 and l7.field = $15 and l7.target = r15.id and r16.name = $16)))
        order by r13.name, r13.id limit 50) r13)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
