select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contains', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.name like $4
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name like $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'startsWith', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.name >= $6 and r2.name <= $7 and r2.name like $8)
        order by r2.id limit 50) r2),
    'startsWithOtherCase', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.name >= $9 and r3.name <= $10 and r3.name like $11)
        order by r3.id limit 50) r3),
    'endsWith', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.name like $12
        order by r4.id limit 50) r4),
    'containsCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (with w5 as materialized (select r5.name
          from (select r5.name, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where lower(r5.name) like lower($13 collate "und-x-icu")
          order by r5.name, r5.id limit 50) (select r5.name
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and lower(r5.name) like lower($14 collate "und-x-icu") and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5),
    'startsWithCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (select r6.name
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and (r6.name >= $15 and r6.name <= $16 and lower(r6.name) like lower($17 collate "und-x-icu"))
        order by r6.id limit 50) r6),
    'endsWithCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (select r7.name
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and lower(r7.name) like lower($18 collate "und-x-icu")
        order by r7.id limit 50) r7)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
