select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'children', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.number_10 = $4)
        order by r1.id limit 50) r1),
    'parent', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.ref_1, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where ((select (r6.object = 100000) is true and r6.deleted_at is null and ((select true
                  from record r7
                  where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null and r7.ref_1 = r6.id and r7.name = $5 limit 1) is true)
              from record r6
              where r6.tenant = $3 and r6.id = r3.ref_1) is true)
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
          and exists (select 1
            from record r4
            where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100000) is true and r4.deleted_at is null
            and exists (select 1
              from record r5
              where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and r5.ref_1 = r4.id and r5.name = $6)) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'reports', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r8.name)), '[]'::json))
      from (select r8.name
        from record r8
        where r8.tenant = $3 and r8.object = 1 and r8.deleted_at is null
        and exists (select 1
          from record r9
          where r9.tenant = $3 and r9.object = 1 and r9.deleted_at is null and r9.ref_1 = r8.id and r9.text_1 = $7)
        order by r8.id limit 50) r8)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
