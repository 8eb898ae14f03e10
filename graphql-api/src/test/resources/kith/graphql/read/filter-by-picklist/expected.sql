select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'one', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.text_13, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.text_13 = any ($4)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and r1.text_13 = any ($5) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'other', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'industry', r2.text_13)), '[]'::json))
      from (with w2 as materialized (select r2.text_13
          from (select r2.text_13, r2.name, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where (r2.text_13 = $6) is not true
          order by r2.name, r2.id limit 50) (select r2.text_13
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.text_13
          from record r2
          where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and (r2.text_13 = $7) is not true and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'part', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and r3.text_13 like $8
        order by r3.id limit 50) r3)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
