json_build_object(
  'first', (select json_build_object(
      'name', r1.name)
    from record r1
    where r1.tenant = $1 and r1.id = $2 and (r1.object = 2001) is true and r1.deleted_at is null),
  'second', (select json_build_object(
      'name', r2.name)
    from record r2
    where r2.tenant = $1 and r2.id = $3 and (r2.object = 2002) is true and r2.deleted_at is null),
  'list', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2003 and r3.deleted_at is null
      order by r3.id limit 50) r3))
