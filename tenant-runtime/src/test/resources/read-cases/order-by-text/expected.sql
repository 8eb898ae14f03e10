json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      order by r1.name, r1.id limit 50) r1))
