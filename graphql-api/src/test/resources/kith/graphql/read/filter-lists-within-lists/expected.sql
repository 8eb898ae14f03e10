select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'two', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((select true
              from record r4
              where r4.tenant = $3 and r4.object = 100001 and r4.deleted_at is null and r4.ref_1 = r1.id and ((select true
                  from record r5
                  where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.ref_2 = r4.id and r5.text_13 = $4 limit 1) is true) limit 1) is true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.ref_1 = r1.id
            and exists (select 1
              from record r3
              where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_2 = r2.id and r3.text_13 = $5)) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'everyNone', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (with w6 as materialized (select r6.name
          from (select r6.name, r6.id
            from record r6
            where r6.tenant = $3 and r6.object = 100000 and r6.deleted_at is null
            order by r6.name, r6.id limit 2000) r6
          where ((select true
              from record r9
              where r9.tenant = $3 and r9.object = 100001 and r9.deleted_at is null and r9.ref_1 = r6.id and (((select true
                    from record r10
                    where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null and r10.ref_2 = r9.id and r10.text_13 = $6 limit 1) is not true)) is not true limit 1) is not true)
          order by r6.name, r6.id limit 50) (select r6.name
          from w6 r6
          where (select count(*)
            from w6) = 50)
        union all (select r6.name
          from record r6
          where r6.tenant = $3 and r6.object = 100000 and r6.deleted_at is null
          and not exists (select 1
            from record r7
            where r7.tenant = $3 and r7.object = 100001 and r7.deleted_at is null and r7.ref_1 = r6.id and (((select true
                  from record r8
                  where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.ref_2 = r7.id and r8.text_13 = $7 limit 1) is not true)) is not true) and (select count(*)
            from w6) < 50
          order by r6.name, r6.id limit 50)) r6),
    'upAndDown', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r11.name)), '[]'::json))
      from (with w11 as materialized (select r11.name
          from (select r11.name, r11.ref_1, r11.id
            from record r11
            where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null
            order by r11.name, r11.id limit 2000) r11
          where ((select (r14.object = 100000) is true and r14.deleted_at is null and ((select true
                  from record r15
                  where r15.tenant = $3 and r15.object = 100005 and r15.deleted_at is null and r15.ref_1 = r14.id and (r15.text_13 = $8 and r15.flag_3) limit 1) is true)
              from record r14
              where r14.tenant = $3 and r14.id = r11.ref_1) is true)
          order by r11.name, r11.id limit 50) (select r11.name
          from w11 r11
          where (select count(*)
            from w11) = 50)
        union all (select r11.name
          from record r11
          where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null
          and exists (select 1
            from record r12
            where r12.tenant = $3 and r12.id = r11.ref_1 and (r12.object = 100000) is true and r12.deleted_at is null
            and exists (select 1
              from record r13
              where r13.tenant = $3 and r13.object = 100005 and r13.deleted_at is null and r13.ref_1 = r12.id and (r13.text_13 = $9 and r13.flag_3))) and (select count(*)
            from w11) < 50
          order by r11.name, r11.id limit 50)) r11)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
