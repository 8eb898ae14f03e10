select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'some', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((select true
              from record r3
              where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = r1.id and r3.text_13 = $4 limit 1) is true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.text_13 = $5) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where ((select true
              from record r6
              where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.ref_1 = r4.id and (r6.text_13 = any ($6)) is not true limit 1) is not true)
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
          and not exists (select 1
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.ref_1 = r4.id and (r5.text_13 = any ($7)) is not true) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name)), '[]'::json))
      from (with w7 as materialized (select r7.name
          from (select r7.name, r7.id
            from record r7
            where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null
            order by r7.name, r7.id limit 2000) r7
          where ((select true
              from record r9
              where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and r9.ref_1 = r7.id and r9.text_13 = $8 limit 1) is not true)
          order by r7.name, r7.id limit 50) (select r7.name
          from w7 r7
          where (select count(*)
            from w7) = 50)
        union all (select r7.name
          from record r7
          where r7.tenant = $3 and r7.object = 100000 and r7.deleted_at is null
          and not exists (select 1
            from record r8
            where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and r8.ref_1 = r7.id and r8.text_13 = $9) and (select count(*)
            from w7) < 50
          order by r7.name, r7.id limit 50)) r7),
    'any', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name)), '[]'::json))
      from (with w10 as materialized (select r10.name
          from (select r10.name, r10.id
            from record r10
            where r10.tenant = $3 and r10.object = 100000 and r10.deleted_at is null
            order by r10.name, r10.id limit 2000) r10
          where ((select true
              from record r12
              where r12.tenant = $3 and r12.object = 100005 and r12.deleted_at is null and r12.ref_1 = r10.id limit 1) is true)
          order by r10.name, r10.id limit 50) (select r10.name
          from w10 r10
          where (select count(*)
            from w10) = 50)
        union all (select r10.name
          from record r10
          where r10.tenant = $3 and r10.object = 100000 and r10.deleted_at is null
          and exists (select 1
            from record r11
            where r11.tenant = $3 and r11.object = 100005 and r11.deleted_at is null and r11.ref_1 = r10.id) and (select count(*)
            from w10) < 50
          order by r10.name, r10.id limit 50)) r10),
    'without', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r13.name)), '[]'::json))
      from (with w13 as materialized (select r13.name
          from (select r13.name, r13.id
            from record r13
            where r13.tenant = $3 and r13.object = 100000 and r13.deleted_at is null
            order by r13.name, r13.id limit 2000) r13
          where ((select true
              from record r15
              where r15.tenant = $3 and r15.object = 100005 and r15.deleted_at is null and r15.ref_1 = r13.id limit 1) is not true)
          order by r13.name, r13.id limit 50) (select r13.name
          from w13 r13
          where (select count(*)
            from w13) = 50)
        union all (select r13.name
          from record r13
          where r13.tenant = $3 and r13.object = 100000 and r13.deleted_at is null
          and not exists (select 1
            from record r14
            where r14.tenant = $3 and r14.object = 100005 and r14.deleted_at is null and r14.ref_1 = r13.id) and (select count(*)
            from w13) < 50
          order by r13.name, r13.id limit 50)) r13),
    'someButNotEvery', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r16.name)), '[]'::json))
      from (select r16.name
        from record r16
        where r16.tenant = $3 and r16.object = 100000 and r16.deleted_at is null and (exists (select 1
            from record r17
            where r17.tenant = $3 and r17.object = 100005 and r17.deleted_at is null and r17.ref_1 = r16.id and r17.text_13 = $10)
          and not exists (select 1
            from record r18
            where r18.tenant = $3 and r18.object = 100005 and r18.deleted_at is null and r18.ref_1 = r16.id and r18.text_13 = $11))
        order by r16.id limit 50) r16)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
