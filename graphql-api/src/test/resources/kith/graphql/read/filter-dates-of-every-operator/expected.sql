select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.date_6, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.date_6 = $4
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.date_6 = $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.date_6 = $6) is not true)),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.date_6 = any ($7)
        order by r3.date_6, r3.id limit 50) r3),
    'notIn', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.date_6 = any ($8)) is not true)),
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'closeDate', r5.date_6)), '[]'::json))
      from (select r5.name, r5.date_6
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.date_6 > $9
        order by r5.date_6, r5.id limit 50) r5),
    'gte', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.date_6 >= $10)),
    'lt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name,
              'closeDate', r7.date_6)), '[]'::json))
      from (select r7.name, r7.date_6
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and r7.date_6 < $11
        order by r7.id limit 50) r7),
    'lte', json_build_object(
      'totalCount', (select count(*)
        from record r8
        where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.date_6 <= $12)),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name,
              'closeDate', r9.date_6)), '[]'::json))
      from (select r9.name, r9.date_6
        from record r9
        where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and (r9.date_6 >= $13 and r9.date_6 <= $14)
        order by r9.date_6 desc, r9.id desc limit 50) r9),
    'null', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (select r10.name
        from record r10
        where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null and r10.date_6 is null
        order by r10.id limit 50) r10)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
