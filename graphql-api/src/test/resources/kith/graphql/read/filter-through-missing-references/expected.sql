select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'noValue', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
        and exists (select 1
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.text_13 is null))),
    'notTech', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.ref_1, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where ((select (r5.object = 100000) is true and r5.deleted_at is null and (r5.text_13 = $4) is not true
              from record r5
              where r5.tenant = $3 and r5.id = r3.ref_1) is true)
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
          and exists (select 1
            from record r4
            where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100000) is true and r4.deleted_at is null and (r4.text_13 = $5) is not true) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'notThere', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (with w6 as materialized (select r6.name
          from (select r6.name, r6.ref_1, r6.id
            from record r6
            where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null
            order by r6.name, r6.id limit 2000) r6
          where (((select (r8.object = 100000) is true and r8.deleted_at is null and r8.text_13 = $6
                from record r8
                where r8.tenant = $3 and r8.id = r6.ref_1) is true)) is not true
          order by r6.name, r6.id limit 50) (select r6.name
          from w6 r6
          where (select count(*)
            from w6) = 50)
        union all (select r6.name
          from record r6
          where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and (exists (select 1
              from record r7
              where r7.tenant = $3 and r7.id = r6.ref_1 and (r7.object = 100000) is true and r7.deleted_at is null and r7.text_13 = $7)) is not true and (select count(*)
            from w6) < 50
          order by r6.name, r6.id limit 50)) r6),
    'any', json_build_object(
      'totalCount', (select count(*)
        from record r9
        where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null
        and exists (select 1
          from record r10
          where r10.tenant = $3 and r10.id = r9.ref_1 and (r10.object = 100000) is true and r10.deleted_at is null)))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
