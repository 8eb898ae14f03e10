select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'mine', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.owner = $4)),
    'others', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.owner = $5) is not true)),
    'and', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.owner = $6
          and exists (select 1
            from record r4
            where r4.tenant = $3 and r4.id = r3.owner and (r4.object = 1) is true and r4.deleted_at is null and (r4.name >= $7 and r4.name <= $8 and r4.name like $9))))),
    'deep', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
        and exists (select 1
          from record r6
          where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null and r6.owner = $10))),
    'children', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (with w7 as materialized (select r7.name
          from (select r7.name, r7.id
            from record r7
            where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null
            order by r7.name, r7.id limit 2000) r7
          where ((select true
              from record r9
              where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and r9.ref_1 = r7.id and (r9.owner = $11) is not true limit 1) is true)
          order by r7.name, r7.id limit 50) (select r7.name
          from w7 r7
          where (select count(*)
            from w7) = 50)
        union all (select r7.name
          from record r7
          where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null
          and exists (select 1
            from record r8
            where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.ref_1 = r7.id and (r8.owner = $12) is not true) and (select count(*)
            from w7) < 50
          order by r7.name, r7.id limit 50)) r7),
    'users', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (select r10.name
        from record r10
        where r10.tenant = $3 and r10.object = 1 and r10.deleted_at is null and r10.id = $13
        order by r10.id limit 50) r10),
    'created', json_build_object(
      'totalCount', (select count(*)
        from record r11
        where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null and (r11.created_by = $14) is not true))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
