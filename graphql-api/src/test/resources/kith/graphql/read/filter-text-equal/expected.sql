select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and r1.name = $4
        order by r1.id limit 50) r1),
    'otherCase', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and r2.name = $5
        order by r2.id limit 50) r2),
    'ne', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (r3.name = $6) is not true
        order by r3.name, r3.id limit 50) r3),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and r4.name = any ($7)
        order by r4.name, r4.id limit 50) r4),
    'notIn', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and (r5.name = any ($8)) is not true
        order by r5.name, r5.id limit 50) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
