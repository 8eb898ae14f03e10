select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'has', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and r1.more -> '1' ? $4
        order by r1.id limit 50) r1),
    'any', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.more, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where (r2.more -> '1' ? $5 or r2.more -> '1' ? $6)
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and (r2.more -> '1' ? $7 or r2.more -> '1' ? $8) and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'all', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (r3.more -> '1' ? $9 and r3.more -> '1' ? $10)
        order by r3.id limit 50) r3),
    'none', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and (r4.more -> '1' ? $11) is not true)),
    'missing', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and coalesce(r5.more -> '1', '[]') = '[]'::jsonb))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
