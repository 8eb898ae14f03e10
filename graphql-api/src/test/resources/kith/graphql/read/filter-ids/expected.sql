select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.id = $4
        order by r1.id limit 50) r1),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.id = any ($5)
        order by r2.name, r2.id limit 50) r2),
    'lookup', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.ref_1, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (select count(*)
              from (select 1
                from record r4
                where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = $6 limit 100) s) = 100
            order by r3.name, r3.id limit 2000) r3
          where r3.ref_1 = $7
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = $8 and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'lookupNe', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (r5.ref_1 = $9) is not true)),
    'lookupNull', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (with w6 as materialized (select r6.name
          from (select r6.name, r6.ref_1, r6.id
            from record r6
            where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null
            order by r6.name, r6.id limit 2000) r6
          where r6.ref_1 is null
          order by r6.name, r6.id limit 50) (select r6.name
          from w6 r6
          where (select count(*)
            from w6) = 50)
        union all (select r6.name
          from record r6
          where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.ref_1 is null and (select count(*)
            from w6) < 50
          order by r6.name, r6.id limit 50)) r6),
    'upperCase', json_build_object(
      'totalCount', (select count(*)
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and r7.owner = $10))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
