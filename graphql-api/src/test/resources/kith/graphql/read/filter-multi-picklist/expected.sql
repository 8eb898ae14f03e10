select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'has', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'regions', coalesce(r1.more -> '2', '[]'))), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.more
          from (select r1.name, r1.more, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.more -> '2' ? $4
          order by r1.name, r1.id limit 50) (select r1.name, r1.more
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.more
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.more -> '2' ? $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'hasAny', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.more -> '2' ? $6 or r2.more -> '2' ? $7))),
    'hasAll', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.more, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where (r3.more -> '2' ? $8 and r3.more -> '2' ? $9)
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.more -> '2' ? $10 and r3.more -> '2' ? $11) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'hasNone', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name,
              'regions', coalesce(r4.more -> '2', '[]'))), '[]'::json))
      from (with w4 as materialized (select r4.name, r4.more
          from (select r4.name, r4.more, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where (r4.more -> '2' ? $12) is not true
          order by r4.name, r4.id limit 50) (select r4.name, r4.more
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name, r4.more
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.more -> '2' ? $13) is not true and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'empty', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'regions', coalesce(r5.more -> '2', '[]'))), '[]'::json))
      from (with w5 as materialized (select r5.name, r5.more
          from (select r5.name, r5.more, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where coalesce(r5.more -> '2', '[]') = '[]'::jsonb
          order by r5.name, r5.id limit 50) (select r5.name, r5.more
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name, r5.more
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and coalesce(r5.more -> '2', '[]') = '[]'::jsonb and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5),
    'notEmpty', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and (coalesce(r6.more -> '2', '[]') = '[]'::jsonb) is not true))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
