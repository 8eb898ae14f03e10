select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'visits', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'about', case r1.object_1 when 100000 then (select json_build_object(
                  'name', r2.name)
                from record r2
                where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null) when 100001 then (select json_build_object()
                from record r3
                where r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100001) is true and r3.deleted_at is null) when 100006 then (select json_build_object()
                from record r4
                where r4.tenant = $3 and r4.id = r1.ref_1 and (r4.object = 100006) is true and r4.deleted_at is null) end)), '[]'::json))
      from (select r1.name, r1.ref_1, r1.object_1
        from record r1
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
