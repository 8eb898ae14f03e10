json_build_object(
  'some', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      and exists (select 1
        from link l1
        join record r2 on r2.tenant = $1 and r2.id = l1.target and (r2.object = 2003) is true and r2.deleted_at is null
        where l1.tenant = $1 and l1.field = $2 and l1.source = r1.id and r2.name = $3)
      order by r1.id limit 50) r1),
  'back', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2003 and r3.deleted_at is null
      and exists (select 1
        from link l2
        join record r4 on r4.tenant = $1 and r4.id = l2.source and (r4.object = 2001) is true and r4.deleted_at is null
        where l2.tenant = $1 and l2.field = $4 and l2.target = r3.id and r4.text_1 = $5)
      order by r3.id limit 50) r3),
  'none', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and ((select true
          from link l3
          where l3.tenant = $1 and l3.field = $6 and l3.source = r5.id and ((select (r6.object = 2003) is true and r6.deleted_at is null and true
              from record r6
              where r6.tenant = $1 and r6.id = l3.target) is true) limit 1) is not true)
      order by r5.id limit 50) r5),
  'every', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r7.name)), '[]'::json))
    from (select r7.name
      from record r7
      where r7.tenant = $1 and r7.object = 2001 and r7.deleted_at is null and (((select true
            from link l4
            where l4.tenant = $1 and l4.field = $7 and l4.source = r7.id and ((select (r8.object = 2003) is true and r8.deleted_at is null and (r8.name = $8) is not true
                from record r8
                where r8.tenant = $1 and r8.id = l4.target) is true) limit 1) is not true)
        and exists (select 1
          from link l5
          join record r9 on r9.tenant = $1 and r9.id = l5.target and (r9.object = 2003) is true and r9.deleted_at is null
          where l5.tenant = $1 and l5.field = $9 and l5.source = r7.id))
      order by r7.id limit 50) r7),
  'backOfDeleted', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r10.name)), '[]'::json))
    from (select r10.name
      from record r10
      where r10.tenant = $1 and r10.object = 2003 and r10.deleted_at is null
      and exists (select 1
        from link l6
        join record r11 on r11.tenant = $1 and r11.id = l6.source and (r11.object = 2001) is true and r11.deleted_at is null
        where l6.tenant = $1 and l6.field = $10 and l6.target = r10.id and r11.name = $11)
      order by r10.id limit 50) r10))
