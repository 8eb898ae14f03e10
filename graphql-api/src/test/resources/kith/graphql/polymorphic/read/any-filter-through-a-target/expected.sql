select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'tech', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.text_13 = $4)
        order by r1.name, r1.id limit 50) r1),
    'either', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100006 and r3.deleted_at is null and (exists (select 1
            from record r4
            where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100000) is true and r4.deleted_at is null and r4.name = $5) or exists (select 1
            from record r5
            where r5.tenant = $3 and r5.id = r3.ref_1 and (r5.object = 100001) is true and r5.deleted_at is null
            and exists (select 1
              from record r6
              where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null and r6.name = $6)))
        order by r3.name, r3.id limit 50) r3),
    'notTech', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100006 and r7.deleted_at is null and (exists (select 1
            from record r8
            where r8.tenant = $3 and r8.id = r7.ref_1 and (r8.object = 100000) is true and r8.deleted_at is null and r8.text_13 = $7)) is not true
        order by r7.name, r7.id limit 50) r7),
    'twice', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (select r9.name
        from record r9
        where r9.tenant = $3 and r9.object = 100006 and r9.deleted_at is null
        and exists (select 1
          from record r10
          where r10.tenant = $3 and r10.id = r9.ref_1 and (r10.object = 100006) is true and r10.deleted_at is null
          and exists (select 1
            from record r11
            where r11.tenant = $3 and r11.id = r10.ref_1 and (r11.object = 100000) is true and r11.deleted_at is null and r11.text_1 = $8))
        order by r9.id limit 50) r9),
    'both', json_build_object(
      'totalCount', (select count(*)
        from record r12
        where r12.tenant = $3 and r12.object = 100006 and r12.deleted_at is null and (exists (select 1
            from record r13
            where r13.tenant = $3 and r13.id = r12.ref_1 and (r13.object = 100000) is true and r13.deleted_at is null and r13.flag_3)
          and exists (select 1
            from record r14
            where r14.tenant = $3 and r14.id = r12.ref_1 and (r14.object = 100001) is true and r14.deleted_at is null and r14.name = $9)))),
    'live', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r15.name)), '[]'::json))
      from (select r15.name
        from record r15
        where r15.tenant = $3 and r15.object = 100006 and r15.deleted_at is null
        and exists (select 1
          from record r16
          where r16.tenant = $3 and r16.id = r15.ref_1 and (r16.object = 100001) is true and r16.deleted_at is null and (r16.name is null) is not true)
        order by r15.id limit 50) r15)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
