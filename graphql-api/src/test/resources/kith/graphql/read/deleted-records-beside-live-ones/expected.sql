select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dead', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'contacts', json_build_object(
                'totalCount', (select count(*)
                  from record r2
                  where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.ref_1 = r1.id)))), '[]'::json))
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is not null and r1.deletion is not null
        order by r1.id limit 50) r1),
    'alive', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and r3.name = $4)),
    'null', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and r4.name = $5)),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json),
        'aggregate', (select json_build_object(
            'groups', coalesce(json_agg(json_build_object(
                  'count', g.m1)), '[]'::json))
          from (select count(*) as m1
            from record r5
            where r5.tenant = $3 and r5.object = 100002 and r5.deleted_at is not null and r5.deletion is not null limit 100) g))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100002 and r5.deleted_at is not null and r5.deletion is not null
        order by r5.id limit 50) r5),
    'byId', (select json_build_object(
        'name', r6.name)
      from record r6
      where r6.tenant = $3 and r6.id = $6 and (r6.object = 100000) is true and r6.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
