json_build_object(
  'eq', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.number_1 = $2
      order by r1.id limit 50) r1),
  'tooFine', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and false
      order by r2.id limit 50) r2),
  'between', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and (r3.number_1 >= $3 and r3.number_1 < $4)
      order by r3.id limit 50) r3),
  'above', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and r4.number_9 > $5
      order by r4.id limit 50) r4),
  'huge', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and r5.number_1 is not null
      order by r5.id limit 50) r5),
  'tooHuge', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r6.name)), '[]'::json))
    from (select r6.name
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null and false
      order by r6.id limit 50) r6),
  'tiny', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r7.name)), '[]'::json))
    from (select r7.name
      from record r7
      where r7.tenant = $1 and r7.object = 2001 and r7.deleted_at is null and r7.number_1 > $6
      order by r7.id limit 50) r7),
  'oneOf', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r8.name)), '[]'::json))
    from (select r8.name
      from record r8
      where r8.tenant = $1 and r8.object = 2001 and r8.deleted_at is null and r8.number_1 = any ($7)
      order by r8.id limit 50) r8),
  'version', json_build_object(
    'totalCount', (select count(*)
      from record r9
      where r9.tenant = $1 and r9.object = 2001 and r9.deleted_at is null and r9.version = $8)))
