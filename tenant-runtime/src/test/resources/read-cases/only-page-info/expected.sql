json_build_object(
  'accounts', (select json_build_object(
      'pageInfo', json_build_object(
        'hasNextPage', count(*) > 3,
        'endCursor', min(translate(encode(convert_to(json_build_array(
                  'o77cae9e3', r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = least(r1.c, 3))))
    from (select r1.id, row_number() over () as n, count(*) over () as c
      from (select r1.id
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
        order by r1.id limit 4) r1) r1))
