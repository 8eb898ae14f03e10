select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'more', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and r1.number_9 > $4
        order by r1.id limit 50) r1),
    'exact', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and r2.number_9 = $5
        order by r2.id limit 50) r2),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (r3.number_9 >= $6 and r3.number_9 <= $7)
        order by r3.number_9, r3.id limit 50) r3),
    'ints', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.number_10, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where r4.number_10 = any ($8)
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and r4.number_10 = any ($9) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'large', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'score', round(case when jsonb_typeof(r5.more -> '2') = 'number' then (r5.more -> '2')::numeric end, 10)::text)), '[]'::json))
      from (select r5.name, r5.more
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and case when jsonb_typeof(r5.more -> '2') = 'number' then (r5.more -> '2')::numeric end >= $10
        order by r5.id limit 50) r5),
    'larger', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100000 and r6.deleted_at is null and case when jsonb_typeof(r6.more -> '2') = 'number' then (r6.more -> '2')::numeric end > $11))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
