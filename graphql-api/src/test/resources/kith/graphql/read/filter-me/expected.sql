select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'mine', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.owner = $4)),
    'others', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
        and exists (select 1
          from record r3
          where r3.tenant = $3 and r3.id = r2.owner and (r3.object = 1) is true and r3.deleted_at is null and (r3.id = $5) is not true))),
    'and', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.owner = $6
          and exists (select 1
            from record r5
            where r5.tenant = $3 and r5.id = r4.owner and (r5.object = 1) is true and r5.deleted_at is null and (r5.name >= $7 and r5.name <= $8 and r5.name like $9))))),
    'deep', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null
        and exists (select 1
          from record r7
          where r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null and r7.owner = $10))),
    'children', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r8.name)), '[]'::json))
      from (with w8 as materialized (select r8.name
          from (select r8.name, r8.id
            from record r8
            where r8.tenant = $3 and r8.object = 100000 and r8.deleted_at is null
            order by r8.name, r8.id limit 2000) r8
          where ((select true
              from record r11
              where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null and r11.ref_1 = r8.id and ((select (r12.object = 1) is true and r12.deleted_at is null and (r12.id = $11) is not true
                  from record r12
                  where r12.tenant = $3 and r12.id = r11.owner) is true) limit 1) is true)
          order by r8.name, r8.id limit 50) (select r8.name
          from w8 r8
          where (select count(*)
            from w8) = 50)
        union all (select r8.name
          from record r8
          where r8.tenant = $3 and r8.object = 100000 and r8.deleted_at is null
          and exists (select 1
            from record r9
            where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and r9.ref_1 = r8.id
            and exists (select 1
              from record r10
              where r10.tenant = $3 and r10.id = r9.owner and (r10.object = 1) is true and r10.deleted_at is null and (r10.id = $12) is not true)) and (select count(*)
            from w8) < 50
          order by r8.name, r8.id limit 50)) r8),
    'users', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r13.name)), '[]'::json))
      from (select r13.name
        from record r13
        where r13.tenant = $3 and r13.object = 1 and r13.deleted_at is null and r13.id = $13
        order by r13.id limit 50) r13),
    'created', json_build_object(
      'totalCount', (select count(*)
        from record r14
        where r14.tenant = $3 and r14.object = 100005 and r14.deleted_at is null and (r14.created_by = $14) is not true)),
    'byNobody', json_build_object(
      'totalCount', (select count(*)
        from record r15
        where r15.tenant = $3 and r15.object = 100000 and r15.deleted_at is null
        and exists (select 1
          from record r16
          where r16.tenant = $3 and r16.id = r15.created_by and (r16.object = 1) is true and r16.deleted_at is null and (r16.id = $15) is not true)))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
