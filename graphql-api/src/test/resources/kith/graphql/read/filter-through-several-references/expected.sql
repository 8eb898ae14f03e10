select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'two', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.ref_1, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (select count(*)
              from (select 1
                from record r4
                where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and r4.name = $4 limit 100) s) = 100
            order by r1.name, r1.id limit 2000) r1
          where ((select (r5.object = 100000) is true and r5.deleted_at is null and ((select (r6.object = 100000) is true and r6.deleted_at is null and r6.name = $5
                  from record r6
                  where r6.tenant = $3 and r6.id = r5.ref_1) is true)
              from record r5
              where r5.tenant = $3 and r5.id = r1.ref_1) is true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
            and exists (select 1
              from record r3
              where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null and r3.name = $6)) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'three', json_build_object(
      'totalCount', (select count(*)
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
        and exists (select 1
          from record r8
          where r8.tenant = $3 and r8.id = r7.ref_1 and (r8.object = 100000) is true and r8.deleted_at is null
          and exists (select 1
            from record r9
            where r9.tenant = $3 and r9.id = r8.ref_1 and (r9.object = 100000) is true and r9.deleted_at is null
            and exists (select 1
              from record r10
              where r10.tenant = $3 and r10.id = r9.owner and (r10.object = 1) is true and r10.deleted_at is null and r10.text_1 = $7))))),
    'four', json_build_object(
      'totalCount', (select count(*)
        from record r11
        where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null
        and exists (select 1
          from record r12
          where r12.tenant = $3 and r12.id = r11.ref_2 and (r12.object = 100001) is true and r12.deleted_at is null
          and exists (select 1
            from record r13
            where r13.tenant = $3 and r13.id = r12.ref_1 and (r13.object = 100000) is true and r13.deleted_at is null
            and exists (select 1
              from record r14
              where r14.tenant = $3 and r14.id = r13.ref_1 and (r14.object = 100000) is true and r14.deleted_at is null
              and exists (select 1
                from record r15
                where r15.tenant = $3 and r15.id = r14.owner and (r15.object = 1) is true and r15.deleted_at is null
                and exists (select 1
                  from record r16
                  where r16.tenant = $3 and r16.id = r15.ref_1 and (r16.object = 1) is true and r16.deleted_at is null and r16.name = $8)))))))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
