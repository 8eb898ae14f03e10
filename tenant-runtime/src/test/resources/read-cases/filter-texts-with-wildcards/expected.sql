json_build_object(
  'percent', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.text_13 like $2
      order by r1.id limit 50) r1),
  'underscore', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.text_13 like $3
      order by r2.id limit 50) r2),
  'noWildcard', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and r3.text_13 like $4
      order by r3.id limit 50) r3),
  'noJoker', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and r4.text_13 like $5
      order by r4.id limit 50) r4),
  'backslash', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and r5.text_13 like $6
      order by r5.id limit 50) r5),
  'quote', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r6.name)), '[]'::json))
    from (select r6.name
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null and r6.text_13 like $7
      order by r6.id limit 50) r6))
