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
          where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.number_9 > $4)
        order by r1.name, r1.id limit 50) r1),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (exists (select 1
            from record r4
            where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null and r4.ref_1 = r3.id)
          and not exists (select 1
            from record r5
            where r5.tenant = $3 and r5.object = 100006 and r5.deleted_at is null and r5.ref_1 = r3.id and (r5.number_9 < $5) is not true))
        order by r3.name, r3.id limit 50) r3),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (select r6.name
        from record r6
        where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null
        and not exists (select 1
          from record r7
          where r7.tenant = $3 and r7.object = 100006 and r7.deleted_at is null and r7.ref_1 = r6.id)
        order by r6.name, r6.id limit 50) r6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
