select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'parentId', r1.ref_1,
              'parent', (select json_build_object(
                  'name', r2.name,
                  'parentId', r2.ref_1,
                  'parent', (select json_build_object(
                      'id', r3.id)
                    from record r3
                    where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null))
                from record r2
                where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null),
              'owner', (select json_build_object(
                  'name', r4.name,
                  'manager', (select json_build_object(
                      'name', r5.name)
                    from record r5
                    where r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 1) is true and r5.deleted_at is null))
                from record r4
                where r4.tenant = $3 and r4.id = r1.owner and (r4.object = 1) is true and r4.deleted_at is null))), '[]'::json))
      from (select r1.ref_1, r1.owner
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and r1.text_1 = $4
        order by r1.id limit 50) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
