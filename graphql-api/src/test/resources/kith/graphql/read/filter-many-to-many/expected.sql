select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'some', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null
        and exists (select 1
          from link l1
          join record r2 on r2.tenant = $3 and r2.id = l1.target and (r2.object = 100002) is true and r2.deleted_at is null
          where l1.tenant = $3 and l1.field = $4 and l1.source = r1.id and r2.name = $5)
        order by r1.id limit 50) r1),
    'every', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where ((select true
              from link l3
              where l3.tenant = $3 and l3.field = $6 and l3.source = r3.id and ((select (r5.object = 100002) is true and r5.deleted_at is null and (r5.name = $7) is not true
                  from record r5
                  where r5.tenant = $3 and r5.id = l3.target) is true) limit 1) is not true)
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null and ((select true
              from link l2
              where l2.tenant = $3 and l2.field = $8 and l2.source = r3.id and ((select (r4.object = 100002) is true and r4.deleted_at is null and (r4.name = $9) is not true
                  from record r4
                  where r4.tenant = $3 and r4.id = l2.target) is true) limit 1) is not true) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'none', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name)), '[]'::json))
      from (with w6 as materialized (select r6.name
          from (select r6.name, r6.id
            from record r6
            where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null
            order by r6.name, r6.id limit 2000) r6
          where ((select true
              from link l5
              where l5.tenant = $3 and l5.field = $10 and l5.source = r6.id and ((select (r8.object = 100002) is true and r8.deleted_at is null and r8.name = $11
                  from record r8
                  where r8.tenant = $3 and r8.id = l5.target) is true) limit 1) is not true)
          order by r6.name, r6.id limit 50) (select r6.name
          from w6 r6
          where (select count(*)
            from w6) = 50)
        union all (select r6.name
          from record r6
          where r6.tenant = $3 and r6.object = 100001 and r6.deleted_at is null and ((select true
              from link l4
              where l4.tenant = $3 and l4.field = $12 and l4.source = r6.id and ((select (r7.object = 100002) is true and r7.deleted_at is null and r7.name = $13
                  from record r7
                  where r7.tenant = $3 and r7.id = l4.target) is true) limit 1) is not true) and (select count(*)
            from w6) < 50
          order by r6.name, r6.id limit 50)) r6),
    'back', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (select r9.name
        from record r9
        where r9.tenant = $3 and r9.object = 100002 and r9.deleted_at is null
        and exists (select 1
          from link l6
          join record r10 on r10.tenant = $3 and r10.id = l6.source and (r10.object = 100001) is true and r10.deleted_at is null
          where l6.tenant = $3 and l6.field = $14 and l6.target = r9.id
          and exists (select 1
            from record r11
            where r11.tenant = $3 and r11.id = r10.ref_1 and (r11.object = 100000) is true and r11.deleted_at is null and r11.name = $15))
        order by r9.id limit 50) r9),
    'backEvery', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r12.name)), '[]'::json))
      from (select r12.name
        from record r12
        where r12.tenant = $3 and r12.object = 100002 and r12.deleted_at is null and ((select true
            from link l7
            where l7.tenant = $3 and l7.field = $16 and l7.target = r12.id and ((select (r13.object = 100001) is true and r13.deleted_at is null and (((select (r14.object = 100000) is true and r14.deleted_at is null and r14.name = $17
                      from record r14
                      where r14.tenant = $3 and r14.id = r13.ref_1) is true)) is not true
                from record r13
                where r13.tenant = $3 and r13.id = l7.source) is true) limit 1) is not true)
        order by r12.id limit 50) r12),
    'within', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r15.name)), '[]'::json))
      from (with w15 as materialized (select r15.name
          from (select r15.name, r15.id
            from record r15
            where r15.tenant = $3 and r15.object = 100000 and r15.deleted_at is null
            order by r15.name, r15.id limit 2000) r15
          where ((select true
              from record r19
              where r19.tenant = $3 and r19.object = 100001 and r19.deleted_at is null and r19.ref_1 = r15.id and ((select true
                  from link l10
                  where l10.tenant = $3 and l10.field = $18 and l10.source = r19.id and ((select (r20.object = 100002) is true and r20.deleted_at is null and ((select true
                          from link l11
                          where l11.tenant = $3 and l11.field = $19 and l11.target = r20.id and ((select (r21.object = 100001) is true and r21.deleted_at is null and r21.name = $20
                              from record r21
                              where r21.tenant = $3 and r21.id = l11.source) is true) limit 1) is true)
                      from record r20
                      where r20.tenant = $3 and r20.id = l10.target) is true) limit 1) is true) limit 1) is true)
          order by r15.name, r15.id limit 50) (select r15.name
          from w15 r15
          where (select count(*)
            from w15) = 50)
        union all (select r15.name
          from record r15
          where r15.tenant = $3 and r15.object = 100000 and r15.deleted_at is null
          and exists (select 1
            from record r16
            where r16.tenant = $3 and r16.object = 100001 and r16.deleted_at is null and r16.ref_1 = r15.id
            and exists (select 1
              from link l8
              join record r17 on r17.tenant = $3 and r17.id = l8.target and (r17.object = 100002) is true and r17.deleted_at is null
              where l8.tenant = $3 and l8.field = $21 and l8.source = r16.id
              and exists (select 1
                from link l9
                join record r18 on r18.tenant = $3 and r18.id = l9.source and (r18.object = 100001) is true and r18.deleted_at is null
                where l9.tenant = $3 and l9.field = $22 and l9.target = r17.id and r18.name = $23))) and (select count(*)
            from w15) < 50
          order by r15.name, r15.id limit 50)) r15)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
