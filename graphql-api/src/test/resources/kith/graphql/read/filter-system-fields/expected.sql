select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'version', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'version', r1.version)), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.version
          from (select r1.name, r1.version, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.version > $4
          order by r1.name, r1.id limit 50) (select r1.name, r1.version
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.version
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.version > $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'createdAt', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.created_at <= $6)),
    'updatedAt', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.updated_at > $7)),
    'createdBy', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
        and exists (select 1
          from record r5
          where r5.tenant = $3 and r5.id = r4.created_by and (r5.object = 1) is true and r5.deleted_at is null and r5.name = $8))),
    'updatedBy', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.updated_by is null)),
    'owner', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (with w7 as materialized (select r7.name
          from (select r7.name, r7.owner, r7.id
            from record r7
            where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
            order by r7.name, r7.id limit 2000) r7
          where ((select (r9.object = 1) is true and r9.deleted_at is null and (r9.text_1 >= $9 and r9.text_1 <= $10 and r9.text_1 like $11)
              from record r9
              where r9.tenant = $3 and r9.id = r7.owner) is true)
          order by r7.name, r7.id limit 50) (select r7.name
          from w7 r7
          where (select count(*)
            from w7) = 50)
        union all (select r7.name
          from record r7
          where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
          and exists (select 1
            from record r8
            where r8.tenant = $3 and r8.id = r7.owner and (r8.object = 1) is true and r8.deleted_at is null and (r8.text_1 >= $12 and r8.text_1 <= $13 and r8.text_1 like $14)) and (select count(*)
            from w7) < 50
          order by r7.name, r7.id limit 50)) r7),
    'deletedAt', json_build_object(
      'totalCount', (select count(*)
        from record r10
        where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null and (r10.deleted_at is null) is not true))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
