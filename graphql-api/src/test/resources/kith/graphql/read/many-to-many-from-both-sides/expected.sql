select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contacts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'tags', (select json_build_object(
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r2.name)), '[]'::json))
                from (select r2.name
                  from link l1
                  join record r2 on r2.tenant = $3 and r2.id = l1.target and (r2.object = 100002) is true and r2.deleted_at is null
                  where l1.tenant = $3 and l1.field = $4 and l1.source = r1.id
                  order by r2.name, r2.id limit 50) r2))), '[]'::json))
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1),
    'tags', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'contacts', (select json_build_object(
                  'totalCount', (select count(*)
                    from link l2
                    join record r4 on r4.tenant = $3 and r4.id = l2.source and (r4.object = 100001) is true and r4.deleted_at is null
                    where l2.tenant = $3 and l2.field = $5 and l2.target = r3.id),
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r4.name)), '[]'::json))
                from (select r4.name
                  from link l2
                  join record r4 on r4.tenant = $3 and r4.id = l2.source and (r4.object = 100001) is true and r4.deleted_at is null
                  where l2.tenant = $3 and l2.field = $5 and l2.target = r3.id
                  order by r4.name, r4.id limit 50) r4))), '[]'::json))
      from (select r3.name, r3.id
        from record r3
        where r3.tenant = $3 and r3.object = 100002 and r3.deleted_at is null
        order by r3.name, r3.id limit 50) r3)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
