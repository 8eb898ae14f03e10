select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'visits', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'about', case r1.object_1 when 100000 then (select json_build_object(
                  'name', r2.name,
                  'contacts', (select json_build_object(
                      'totalCount', (select count(*)
                        from record r3
                        where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null and r3.ref_1 = r2.id),
                      'nodes', coalesce(json_agg(json_build_object(
                            'name', r3.name)), '[]'::json))
                    from (select r3.name
                      from record r3
                      where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null and r3.ref_1 = r2.id
                      order by r3.name, r3.id limit 2) r3),
                  'visits', (select json_build_object(
                      'nodes', coalesce(json_agg(json_build_object(
                            'name', r4.name)), '[]'::json))
                    from (select r4.name
                      from record r4
                      where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null and r4.ref_1 = r2.id
                      order by r4.name desc, r4.id desc limit 50) r4))
                from record r2
                where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null) when 100001 then (select json_build_object(
                  'visits', (select json_build_object(
                      'nodes', coalesce(json_agg(json_build_object(
                            'about', case r6.object_1 when 100000 then (select json_build_object()
                              from record r7
                              where r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null) when 100001 then (select json_build_object(
                                'name', r8.name)
                              from record r8
                              where r8.tenant = $3 and r8.id = r6.ref_1 and (r8.object = 100001) is true and r8.deleted_at is null) when 100006 then (select json_build_object()
                              from record r9
                              where r9.tenant = $3 and r9.id = r6.ref_1 and (r9.object = 100006) is true and r9.deleted_at is null) end)), '[]'::json))
                    from (select r6.ref_1, r6.object_1
                      from record r6
                      where r6.tenant = $3 and r6.object = 100006 and r6.deleted_at is null and r6.ref_1 = r5.id
                      order by r6.id limit 50) r6))
                from record r5
                where r5.tenant = $3 and r5.id = r1.ref_1 and (r5.object = 100001) is true and r5.deleted_at is null) when 100006 then (select json_build_object(
                  'about', case r10.object_1 when 100000 then (select json_build_object(
                      'name', r11.name)
                    from record r11
                    where r11.tenant = $3 and r11.id = r10.ref_1 and (r11.object = 100000) is true and r11.deleted_at is null) when 100001 then (select json_build_object()
                    from record r12
                    where r12.tenant = $3 and r12.id = r10.ref_1 and (r12.object = 100001) is true and r12.deleted_at is null) when 100006 then (select json_build_object()
                    from record r13
                    where r13.tenant = $3 and r13.id = r10.ref_1 and (r13.object = 100006) is true and r13.deleted_at is null) end)
                from record r10
                where r10.tenant = $3 and r10.id = r1.ref_1 and (r10.object = 100006) is true and r10.deleted_at is null) end)), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.ref_1, r1.object_1
          from (select r1.name, r1.ref_1, r1.object_1, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where (r1.ref_1 is null) is not true
          order by r1.name, r1.id limit 50) (select r1.name, r1.ref_1, r1.object_1
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.ref_1, r1.object_1
          from record r1
          where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null and (r1.ref_1 is null) is not true and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
