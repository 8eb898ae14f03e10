json_build_object(
  'some', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      and exists (select 1
        from record r2
        where r2.tenant = $1 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id and r2.text_1 like $2)
      order by r1.id limit 50) r1),
  'someDeleted', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null
      and exists (select 1
        from record r4
        where r4.tenant = $1 and r4.object = 2002 and r4.deleted_at is null and r4.ref_1 = r3.id and r4.name = $3)
      order by r3.id limit 50) r3),
  'none', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null
      and not exists (select 1
        from record r6
        where r6.tenant = $1 and r6.object = 2002 and r6.deleted_at is null and r6.ref_1 = r5.id and (r6.text_1 is null) is not true)
      order by r5.id limit 50) r5),
  'every', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r7.name)), '[]'::json))
    from (select r7.name
      from record r7
      where r7.tenant = $1 and r7.object = 2001 and r7.deleted_at is null and (not exists (select 1
          from record r8
          where r8.tenant = $1 and r8.object = 2002 and r8.deleted_at is null and r8.ref_1 = r7.id and (r8.number_9 > $4) is not true)
        and exists (select 1
          from record r9
          where r9.tenant = $1 and r9.object = 2002 and r9.deleted_at is null and r9.ref_1 = r7.id))
      order by r7.id limit 50) r7))
