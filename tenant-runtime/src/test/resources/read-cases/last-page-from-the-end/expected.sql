json_build_object(
  'accounts', (select json_build_object(
      'edges', coalesce(json_agg(json_build_object(
            'cursor', translate(encode(convert_to(json_build_array(
                    'o4faa03ec', r1.name, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
            'node', json_build_object(
              'name', r1.name))
          order by r1.n desc) filter (where r1.n <= 2), '[]'::json),
      'pageInfo', json_build_object(
        'hasNextPage', false,
        'hasPreviousPage', count(*) > 2,
        'startCursor', min(translate(encode(convert_to(json_build_array(
                  'o4faa03ec', r1.name, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = least(r1.c, 2)),
        'endCursor', min(translate(encode(convert_to(json_build_array(
                  'o4faa03ec', r1.name, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = 1)))
    from (select r1.name, r1.id, row_number() over () as n, count(*) over () as c
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
        order by r1.name desc, r1.id desc limit 3) r1) r1))
