select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'visits', (select json_build_object(
                  'totalCount', (select count(*)
                    from record r2
                    where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and r2.ref_1 = r1.id),
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r2.name,
                        'minutes', r2.number_9,
                        'about', case r2.object_1 when 100000 then (select json_build_object(
                            '__typename', 'Account')
                          from record r3
                          where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null) when 100001 then (select json_build_object(
                            '__typename', 'Contact')
                          from record r4
                          where r4.tenant = $3 and r4.id = r2.ref_1 and (r4.object = 100001) is true and r4.deleted_at is null) when 100006 then (select json_build_object(
                            '__typename', 'Visit')
                          from record r5
                          where r5.tenant = $3 and r5.id = r2.ref_1 and (r5.object = 100006) is true and r5.deleted_at is null) end)), '[]'::json))
                from (select r2.name, r2.number_9, r2.ref_1, r2.object_1
                  from record r2
                  where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and r2.ref_1 = r1.id
                  order by r2.number_9 desc, r2.id desc limit 50) r2))), '[]'::json))
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1),
    'contacts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name,
              'visits', (select json_build_object(
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r7.name)), '[]'::json))
                from (select r7.name
                  from record r7
                  where r7.tenant = $3 and r7.object = 100006 and r7.deleted_at is null and r7.ref_1 = r6.id and r7.number_9 > $4
                  order by r7.id limit 50) r7))), '[]'::json))
      from (select r6.name, r6.id
        from record r6
        where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null
        order by r6.name, r6.id limit 50) r6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
