select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'two', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.ref_1 = r1.id
          and exists (select 1
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_2 = r2.id and r3.text_13 = $4))
        order by r1.name, r1.id limit 50) r1),
    'everyNone', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
        and not exists (select 1
          from record r5
          where r5.tenant = $3 and r5.object = 100001 and r5.deleted_at is null and r5.ref_1 = r4.id and (not exists (select 1
              from record r6
              where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.ref_2 = r5.id and r6.text_13 = $5)) is not true)
        order by r4.name, r4.id limit 50) r4),
    'upAndDown', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
        and exists (select 1
          from record r8
          where r8.tenant = $3 and r8.id = r7.ref_1 and (r8.object = 100000) is true and r8.deleted_at is null
          and exists (select 1
            from record r9
            where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and r9.ref_1 = r8.id and (r9.text_13 = $6 and r9.flag_3)))
        order by r7.name, r7.id limit 50) r7)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
