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
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = $6
        order by r3.name, r3.id limit 50) r3),
    'lookupNe', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.ref_1 = $7) is not true)),
    'lookupNull', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.ref_1 is null
        order by r5.name, r5.id limit 50) r5),
    'upperCase', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.owner = $8))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
