json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)) filter (where r1.n <= 1), '[]'::json),
      'edges', coalesce(json_agg(json_build_object(
            'node', json_build_object(
              'id', r1.id))) filter (where r1.n <= 1), '[]'::json),
      'pageInfo', json_build_object(
        'hasNextPage', count(*) > 1))
    from (select r1.name, r1.id, row_number() over () as n
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
        order by r1.id limit 2) r1) r1))
