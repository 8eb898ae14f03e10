select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'email', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'email', r1.text_13)), '[]'::json))
      from (select r1.name, r1.text_13
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null and r1.text_13 like $4
        order by r1.id limit 50) r1),
    'emailCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name,
              'email', r2.text_13)), '[]'::json))
      from (select r2.name, r2.text_13
        from record r2
        where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.text_13 = $5
        order by r2.id limit 50) r2),
    'noEmail', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.text_13, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where r3.text_13 is null
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null and r3.text_13 is null and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'phone', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100001 and r4.deleted_at is null and r4.text_14 is null)),
    'url', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'website', r5.text_14)), '[]'::json))
      from (select r5.name, r5.text_14
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and r5.text_14 like $6
        order by r5.id limit 50) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
