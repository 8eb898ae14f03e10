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
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.text_13 = $4)
        order by r1.name, r1.id limit 50) r1),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
        and not exists (select 1
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = r3.id and (r4.text_13 = any ($5)) is not true)
        order by r3.name, r3.id limit 50) r3),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null
        and not exists (select 1
          from record r6
          where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.ref_1 = r5.id and r6.text_13 = $6)
        order by r5.name, r5.id limit 50) r5),
    'any', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null
        and exists (select 1
          from record r8
          where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.ref_1 = r7.id)
        order by r7.name, r7.id limit 50) r7),
    'without', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (select r9.name
        from record r9
        where r9.tenant = $3 and r9.object = 100000 and r9.deleted_at is null
        and not exists (select 1
          from record r10
          where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null and r10.ref_1 = r9.id)
        order by r9.name, r9.id limit 50) r9),
    'someButNotEvery', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r11.name)), '[]'::json))
      from (select r11.name
        from record r11
        where r11.tenant = $3 and r11.object = 100000 and r11.deleted_at is null and (exists (select 1
            from record r12
            where r12.tenant = $3 and r12.object = 100005 and r12.deleted_at is null and r12.ref_1 = r11.id and r12.text_13 = $7)
          and not exists (select 1
            from record r13
            where r13.tenant = $3 and r13.object = 100005 and r13.deleted_at is null and r13.ref_1 = r11.id and r13.text_13 = $8))
        order by r11.id limit 50) r11)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
