json_build_object(
  'yes', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.flag_3
      order by r1.id limit 50) r1),
  'no', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.flag_3 is not true
      order by r2.id limit 50) r2),
  'either', json_build_object(
    'totalCount', (select count(*)
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and true)),
  'oneOfNo', json_build_object(
    'totalCount', (select count(*)
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and r4.flag_3 is not true)),
  'neither', json_build_object(
    'totalCount', (select count(*)
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and false)),
  'missing', json_build_object(
    'totalCount', (select count(*)
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null and false)))
