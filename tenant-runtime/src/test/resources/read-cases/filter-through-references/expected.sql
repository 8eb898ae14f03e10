json_build_object(
  'owner', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      and exists (select 1
        from record r2
        where r2.tenant = $1 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null and (r2.name >= $2 and r2.name <= $3 and r2.name like $4))
      order by r1.id limit 50) r1),
  'twoDeep', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null
      and exists (select 1
        from record r4
        where r4.tenant = $1 and r4.id = r3.owner and (r4.object = 1) is true and r4.deleted_at is null
        and exists (select 1
          from record r5
          where r5.tenant = $1 and r5.id = r4.ref_1 and (r5.object = 1) is true and r5.deleted_at is null and r5.name = $5))
      order by r3.id limit 50) r3),
  'deletedOwner', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r6.name)), '[]'::json))
    from (select r6.name
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null
      and exists (select 1
        from record r7
        where r7.tenant = $1 and r7.id = r6.owner and (r7.object = 1) is true and r7.deleted_at is null and r7.name = $6)
      order by r6.id limit 50) r6),
  'notOwned', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r8.name)), '[]'::json))
    from (select r8.name
      from record r8
      where r8.tenant = $1 and r8.object = 2001 and r8.deleted_at is null and (exists (select 1
          from record r9
          where r9.tenant = $1 and r9.id = r8.owner and (r9.object = 1) is true and r9.deleted_at is null and (r9.name >= $7 and r9.name <= $8 and r9.name like $9))) is not true
      order by r8.id limit 50) r8))
