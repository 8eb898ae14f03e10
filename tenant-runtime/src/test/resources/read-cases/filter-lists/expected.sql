json_build_object(
  'has', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.more -> '3' ? $2
      order by r1.id limit 50) r1),
  'hasAny', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.more -> '3' ?| $3
      order by r2.id limit 50) r2),
  'missing', json_build_object(
    'totalCount', (select count(*)
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and coalesce(r3.more -> '3', '[]') = '[]'::jsonb)))
