select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'two', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
          and exists (select 1
            from record r3
            where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null and r3.name = $4))
        order by r1.name, r1.id limit 50) r1),
    'three', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
        and exists (select 1
          from record r5
          where r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null
          and exists (select 1
            from record r6
            where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null
            and exists (select 1
              from record r7
              where r7.tenant = $3 and r7.id = r6.owner and (r7.object = 1) is true and r7.deleted_at is null and r7.text_1 = $5))))),
    'four', json_build_object(
      'totalCount', (select count(*)
        from record r8
        where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null
        and exists (select 1
          from record r9
          where r9.tenant = $3 and r9.id = r8.ref_2 and (r9.object = 100001) is true and r9.deleted_at is null
          and exists (select 1
            from record r10
            where r10.tenant = $3 and r10.id = r9.ref_1 and (r10.object = 100000) is true and r10.deleted_at is null
            and exists (select 1
              from record r11
              where r11.tenant = $3 and r11.id = r10.ref_1 and (r11.object = 100000) is true and r11.deleted_at is null
              and exists (select 1
                from record r12
                where r12.tenant = $3 and r12.id = r11.owner and (r12.object = 1) is true and r12.deleted_at is null
                and exists (select 1
                  from record r13
                  where r13.tenant = $3 and r13.id = r12.ref_1 and (r13.object = 1) is true and r13.deleted_at is null and r13.name = $6)))))))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
