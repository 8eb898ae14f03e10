select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.number_10, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.number_10 = $4
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.number_10 = $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.number_10 = $6) is not true)),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.number_10, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where r3.number_10 = any ($7)
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.number_10 = any ($8) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'notIn', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.number_10 = any ($9)) is not true)),
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'quantity', r5.number_10)), '[]'::json))
      from (with w5 as materialized (select r5.name, r5.number_10
          from (select r5.name, r5.number_10, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where r5.number_10 > $10
          order by r5.name, r5.id limit 50) (select r5.name, r5.number_10
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name, r5.number_10
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.number_10 > $11 and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5),
    'gte', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.number_10 >= $12)),
    'lt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name,
              'quantity', r7.number_10)), '[]'::json))
      from (select r7.name, r7.number_10
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and r7.number_10 < $13
        order by r7.id limit 50) r7),
    'lte', json_build_object(
      'totalCount', (select count(*)
        from record r8
        where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.number_10 <= $14)),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name,
              'quantity', r9.number_10)), '[]'::json))
      from (with w9 as materialized (select r9.name, r9.number_10
          from (select r9.name, r9.number_10, r9.id
            from record r9
            where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null
            order by r9.name, r9.id limit 2000) r9
          where (r9.number_10 >= $15 and r9.number_10 <= $16)
          order by r9.name, r9.id limit 50) (select r9.name, r9.number_10
          from w9 r9
          where (select count(*)
            from w9) = 50)
        union all (select r9.name, r9.number_10
          from record r9
          where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and (r9.number_10 >= $17 and r9.number_10 <= $18) and (select count(*)
            from w9) < 50
          order by r9.name, r9.id limit 50)) r9),
    'null', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (with w10 as materialized (select r10.name
          from (select r10.name, r10.number_10, r10.id
            from record r10
            where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null
            order by r10.name, r10.id limit 2000) r10
          where r10.number_10 is null
          order by r10.name, r10.id limit 50) (select r10.name
          from w10 r10
          where (select count(*)
            from w10) = 50)
        union all (select r10.name
          from record r10
          where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null and r10.number_10 is null and (select count(*)
            from w10) < 50
          order by r10.name, r10.id limit 50)) r10)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
