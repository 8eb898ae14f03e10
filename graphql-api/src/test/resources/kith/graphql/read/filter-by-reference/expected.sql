select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'id', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null and r1.ref_1 = $4)),
    'ids', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.ref_1 = any ($5))),
    'name', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null
        and exists (select 1
          from record r4
          where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100000) is true and r4.deleted_at is null and r4.name = $6)
        order by r3.id limit 50) r3),
    'deep', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100001 and r5.deleted_at is null
        and exists (select 1
          from record r6
          where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null
          and exists (select 1
            from record r7
            where r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null
            and exists (select 1
              from record r8
              where r8.tenant = $3 and r8.id = r7.owner and (r8.object = 1) is true and r8.deleted_at is null and (r8.name >= $7 and r8.name <= $8 and r8.name like $9))))
        order by r5.id limit 50) r5),
    'nowhere', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (select r9.name
        from record r9
        where r9.tenant = $3 and r9.object = 100001 and r9.deleted_at is null and r9.ref_1 is null
        order by r9.id limit 50) r9)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
