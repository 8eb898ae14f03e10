json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'industry', r1.text_1)), '[]'::json),
      'pageInfo', json_build_object(
        'endCursor', min(translate(encode(convert_to(json_build_array(
                  'o4124fcac', r1.text_1, r1.name, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = least(r1.c, 50))))
    from (select r1.name, r1.text_1, r1.id, row_number() over () as n, count(*) over () as c
      from ((select r1.name, r1.text_1, r1.id
          from record r1
          where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.text_1 is not null
          order by r1.text_1 desc, r1.name, r1.id limit 50)
        union all (select r1.name, r1.text_1, r1.id
          from record r1
          where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.text_1 is null
          order by r1.name, r1.id limit 50) limit 50) r1) r1))
