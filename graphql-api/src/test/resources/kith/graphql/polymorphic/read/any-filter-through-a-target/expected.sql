select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'tech', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.ref_1, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((select (r3.object = 100000) is true and r3.deleted_at is null and r3.text_13 = $4
              from record r3
              where r3.tenant = $3 and r3.id = r1.ref_1) is true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.text_13 = $5) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'either', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.ref_1, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where (((select (r8.object = 100000) is true and r8.deleted_at is null and r8.name = $6
                from record r8
                where r8.tenant = $3 and r8.id = r4.ref_1) is true) or ((select (r9.object = 100001) is true and r9.deleted_at is null and ((select (r10.object = 100000) is true and r10.deleted_at is null and r10.name = $7
                    from record r10
                    where r10.tenant = $3 and r10.id = r9.ref_1) is true)
                from record r9
                where r9.tenant = $3 and r9.id = r4.ref_1) is true))
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null and (exists (select 1
              from record r5
              where r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null and r5.name = $8) or exists (select 1
              from record r6
              where r6.tenant = $3 and r6.id = r4.ref_1 and (r6.object = 100001) is true and r6.deleted_at is null
              and exists (select 1
                from record r7
                where r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null and r7.name = $9))) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'notTech', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r11.name)), '[]'::json))
      from (with w11 as materialized (select r11.name
          from (select r11.name, r11.ref_1, r11.id
            from record r11
            where r11.tenant = $3 and r11.object = 100006 and r11.deleted_at is null
            order by r11.name, r11.id limit 2000) r11
          where (((select (r13.object = 100000) is true and r13.deleted_at is null and r13.text_13 = $10
                from record r13
                where r13.tenant = $3 and r13.id = r11.ref_1) is true)) is not true
          order by r11.name, r11.id limit 50) (select r11.name
          from w11 r11
          where (select count(*)
            from w11) = 50)
        union all (select r11.name
          from record r11
          where r11.tenant = $3 and r11.object = 100006 and r11.deleted_at is null and (exists (select 1
              from record r12
              where r12.tenant = $3 and r12.id = r11.ref_1 and (r12.object = 100000) is true and r12.deleted_at is null and r12.text_13 = $11)) is not true and (select count(*)
            from w11) < 50
          order by r11.name, r11.id limit 50)) r11),
    'twice', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r14.name)), '[]'::json))
      from (select r14.name
        from record r14
        where r14.tenant = $3 and r14.object = 100006 and r14.deleted_at is null
        and exists (select 1
          from record r15
          where r15.tenant = $3 and r15.id = r14.ref_1 and (r15.object = 100006) is true and r15.deleted_at is null
          and exists (select 1
            from record r16
            where r16.tenant = $3 and r16.id = r15.ref_1 and (r16.object = 100000) is true and r16.deleted_at is null and r16.text_1 = $12))
        order by r14.id limit 50) r14),
    'both', json_build_object(
      'totalCount', (select count(*)
        from record r17
        where r17.tenant = $3 and r17.object = 100006 and r17.deleted_at is null and (exists (select 1
            from record r18
            where r18.tenant = $3 and r18.id = r17.ref_1 and (r18.object = 100000) is true and r18.deleted_at is null and r18.flag_3)
          and exists (select 1
            from record r19
            where r19.tenant = $3 and r19.id = r17.ref_1 and (r19.object = 100001) is true and r19.deleted_at is null and r19.name = $13)))),
    'live', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r20.name)), '[]'::json))
      from (select r20.name
        from record r20
        where r20.tenant = $3 and r20.object = 100006 and r20.deleted_at is null
        and exists (select 1
          from record r21
          where r21.tenant = $3 and r21.id = r20.ref_1 and (r21.object = 100001) is true and r21.deleted_at is null and (r21.name is null) is not true)
        order by r20.id limit 50) r20)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
