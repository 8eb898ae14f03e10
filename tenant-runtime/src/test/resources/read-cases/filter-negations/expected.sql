json_build_object(
  'ne', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and (r1.text_1 = $2) is not true
      order by r1.id limit 50) r1),
  'notIn', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and (r2.text_1 = any ($3)) is not true
      order by r2.id limit 50) r2),
  'notBoth', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and (r3.text_1 = $4 and r3.number_1 > $5) is not true
      order by r3.id limit 50) r3),
  'notNot', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and ((r4.text_1 = $6) is not true) is not true
      order by r4.id limit 50) r4))
