select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.name > $4
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name > $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'gte', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where r2.name >= $6
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.name >= $7 and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'lt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where r3.name < $8
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.name < $9 and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'lte', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where r4.name <= $10
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.name <= $11 and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (with w5 as materialized (select r5.name
          from (select r5.name, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where (r5.name >= $12 and r5.name <= $13)
          order by r5.name, r5.id limit 50) (select r5.name
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (r5.name >= $14 and r5.name <= $15) and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
