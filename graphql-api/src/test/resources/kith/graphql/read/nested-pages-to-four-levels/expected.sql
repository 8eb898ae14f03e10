select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'users', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'manager', (select json_build_object(
                  'name', r2.name,
                  'directReports', (select json_build_object(
                      'nodes', coalesce(json_agg(json_build_object(
                            'name', r3.name,
                            'manager', (select json_build_object(
                                'name', r4.name)
                              from record r4
                              where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 1) is true and r4.deleted_at is null))), '[]'::json))
                    from (select r3.name, r3.ref_1
                      from record r3
                      where r3.tenant = $3 and r3.object = 1 and r3.deleted_at is null and r3.ref_1 = r2.id
                      order by r3.id limit 1) r3))
                from record r2
                where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 1) is true and r2.deleted_at is null))), '[]'::json))
      from (select r1.name, r1.ref_1
        from record r1
        where r1.tenant = $3 and r1.object = 1 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1),
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'contacts', (select json_build_object(
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r6.name,
                        'ledDeals', (select json_build_object(
                            'nodes', coalesce(json_agg(json_build_object(
                                  'name', r7.name,
                                  'account', (select json_build_object(
                                      'contacts', (select json_build_object(
                                          'nodes', coalesce(json_agg(json_build_object(
                                                'name', r9.name)), '[]'::json))
                                        from (select r9.name
                                          from record r9
                                          where r9.tenant = $3 and r9.object = 100001 and r9.deleted_at is null and r9.ref_1 = r8.id
                                          order by r9.name desc, r9.id desc limit 1) r9))
                                    from record r8
                                    where r8.tenant = $3 and r8.id = r7.ref_1 and (r8.object = 100000) is true and r8.deleted_at is null))), '[]'::json))
                          from (select r7.name, r7.ref_1
                            from record r7
                            where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and r7.ref_2 = r6.id
                            order by r7.name, r7.id limit 1) r7))), '[]'::json))
                from (select r6.name, r6.id
                  from record r6
                  where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null and r6.ref_1 = r5.id
                  order by r6.name, r6.id limit 1) r6))), '[]'::json))
      from (select r5.id
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and r5.name = $4
        order by r5.id limit 50) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
