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
              where r3.tenant = $3 and r3.object = 100006 and r3.deleted_at is null and r3.ref_1 = r1.id and r3.number_9 > $4 limit 1) is true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.number_9 > $5) and (select count(*)
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
          where (((select true
                from record r7
                where r7.tenant = $3 and r7.object = 100006 and r7.deleted_at is null and r7.ref_1 = r4.id limit 1) is true) and ((select true
                from record r8
                where r8.tenant = $3 and r8.object = 100006 and r8.deleted_at is null and r8.ref_1 = r4.id and (r8.number_9 < $6) is not true limit 1) is not true))
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and (exists (select 1
              from record r5
              where r5.tenant = $3 and r5.object = 100006 and r5.deleted_at is null and r5.ref_1 = r4.id)
            and not exists (select 1
              from record r6
              where r6.tenant = $3 and r6.object = 100006 and r6.deleted_at is null and r6.ref_1 = r4.id and (r6.number_9 < $7) is not true)) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (with w9 as materialized (select r9.name
          from (select r9.name, r9.id
            from record r9
            where r9.tenant = $3 and r9.object = 100001 and r9.deleted_at is null
            order by r9.name, r9.id limit 2000) r9
          where ((select true
              from record r11
              where r11.tenant = $3 and r11.object = 100006 and r11.deleted_at is null and r11.ref_1 = r9.id limit 1) is not true)
          order by r9.name, r9.id limit 50) (select r9.name
          from w9 r9
          where (select count(*)
            from w9) = 50)
        union all (select r9.name
          from record r9
          where r9.tenant = $3 and r9.object = 100001 and r9.deleted_at is null
          and not exists (select 1
            from record r10
            where r10.tenant = $3 and r10.object = 100006 and r10.deleted_at is null and r10.ref_1 = r9.id) and (select count(*)
            from w9) < 50
          order by r9.name, r9.id limit 50)) r9)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
