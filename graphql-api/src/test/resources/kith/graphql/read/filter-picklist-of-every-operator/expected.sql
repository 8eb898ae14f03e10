select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.text_13, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.text_13 = $4
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_13 = $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.text_13 = $6) is not true)),
    'in', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.text_13 = any ($7))),
    'notIn', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.text_13 = any ($8)) is not true)),
    'startsWith', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.text_13 like $9)),
    'eqCi', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and lower(r6.text_13) = lower($10 collate "und-x-icu"))),
    'null', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and r7.text_13 is null
        order by r7.id limit 50) r7),
    'inactive', json_build_object(
      'totalCount', (select count(*)
        from record r8
        where r8.tenant = $3 and r8.object = 100000 and r8.deleted_at is null and r8.text_13 = $11))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
