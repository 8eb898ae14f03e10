json_build_object(
  'account', (select json_build_object(
      'contacts', (select json_build_object(
          'edges', coalesce(json_agg(json_build_object(
                'cursor', translate(encode(convert_to(json_build_array(
                        'od2260286', r2.number_9, r2.name, r2.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
                'node', json_build_object(
                  'name', r2.name,
                  'score', (r2.number_9 * 0.01)::text))
              order by r2.n desc) filter (where r2.n <= 1), '[]'::json),
          'pageInfo', json_build_object(
            'hasPreviousPage', count(*) > 1,
            'startCursor', min(translate(encode(convert_to(json_build_array(
                      'od2260286', r2.number_9, r2.name, r2.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r2.n = least(r2.c, 1))))
        from (select r2.number_9, r2.name, r2.id, row_number() over () as n, count(*) over () as c
          from (select r2.number_9, r2.name, r2.id
            from record r2
            where r2.tenant = $1 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id
            order by r2.number_9 desc, r2.name desc, r2.id desc limit 2) r2) r2))
    from record r1
    where r1.tenant = $1 and r1.id = $2 and (r1.object = 2001) is true and r1.deleted_at is null))
