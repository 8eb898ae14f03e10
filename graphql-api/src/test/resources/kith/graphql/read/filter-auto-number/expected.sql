select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_14 = $4
        order by r1.id limit 50) r1),
    'range', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'reference', r2.text_14,
              'name', r2.name)), '[]'::json))
      from (select r2.text_14, r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.text_14 >= $5 and r2.text_14 <= $6)
        order by r2.text_14 desc, r2.id desc limit 50) r2),
    'endsWith', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'reference', r3.text_14)), '[]'::json))
      from (select r3.text_14
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.text_14 like $7
        order by r3.text_14, r3.id limit 50) r3),
    'invoice', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100003 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where (r4.name >= $8 and r4.name <= $9 and r4.name like $10)
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100003 and r4.deleted_at is null and (r4.name >= $11 and r4.name <= $12 and r4.name like $13) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
