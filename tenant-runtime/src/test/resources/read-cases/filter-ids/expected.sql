json_build_object(
  'id', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.id = any ($2)
      order by r1.id limit 50) r1),
  'reference', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.owner = $3
      order by r2.id limit 50) r2),
  'noReference', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and r3.ref_1 is null
      order by r3.id limit 50) r3))
