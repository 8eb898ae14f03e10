select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'yes', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.flag_3, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.flag_3
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.flag_3 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'no', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.flag_3 is not true)),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.flag_3) is not true)),
    'in', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and true)),
    'notIn', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (r5.flag_3 is not true) is not true)),
    'null', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and false))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
