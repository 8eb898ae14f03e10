select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'weight', round(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end, 4)::text)), '[]'::json))
      from (select r1.name, r1.more
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end = $4
        order by r1.id limit 50) r1),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (case when jsonb_typeof(r2.more -> '1') = 'number' then (r2.more -> '1')::numeric end = $5) is not true)),
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'weight', round(case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end, 4)::text)), '[]'::json))
      from (with w3 as materialized (select r3.name, r3.more
          from (select r3.name, r3.more, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end > $6
          order by r3.name, r3.id limit 50) (select r3.name, r3.more
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name, r3.more
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end > $7 and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name,
              'weight', round(case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end, 4)::text)), '[]'::json))
      from (select r4.name, r4.more
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end = any ($8)
        order by case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end, r4.id limit 50) r4),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'weight', round(case when jsonb_typeof(r5.more -> '1') = 'number' then (r5.more -> '1')::numeric end, 4)::text)), '[]'::json))
      from (with w5 as materialized (select r5.name, r5.more
          from (select r5.name, r5.more, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where (case when jsonb_typeof(r5.more -> '1') = 'number' then (r5.more -> '1')::numeric end >= $9 and case when jsonb_typeof(r5.more -> '1') = 'number' then (r5.more -> '1')::numeric end <= $10)
          order by r5.name, r5.id limit 50) (select r5.name, r5.more
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name, r5.more
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (case when jsonb_typeof(r5.more -> '1') = 'number' then (r5.more -> '1')::numeric end >= $11 and case when jsonb_typeof(r5.more -> '1') = 'number' then (r5.more -> '1')::numeric end <= $12) and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5),
    'missing', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (with w6 as materialized (select r6.name
          from (select r6.name, r6.more, r6.id
            from record r6
            where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null
            order by r6.name, r6.id limit 2000) r6
          where case when jsonb_typeof(r6.more -> '1') = 'number' then (r6.more -> '1')::numeric end is null
          order by r6.name, r6.id limit 50) (select r6.name
          from w6 r6
          where (select count(*)
            from w6) = 50)
        union all (select r6.name
          from record r6
          where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and case when jsonb_typeof(r6.more -> '1') = 'number' then (r6.more -> '1')::numeric end is null and (select count(*)
            from w6) < 50
          order by r6.name, r6.id limit 50)) r6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
