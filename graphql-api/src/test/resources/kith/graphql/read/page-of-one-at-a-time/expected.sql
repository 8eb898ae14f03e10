select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'edges', coalesce(json_agg(json_build_object(
              'cursor', translate(encode(convert_to(json_build_array(
                      'ocb974f25', r1.number_9, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
              'node', json_build_object(
                'name', r1.name))) filter (where r1.n <= 1), '[]'::json),
        'pageInfo', json_build_object(
          'hasNextPage', count(*) > 1,
          'hasPreviousPage', true,
          'startCursor', min(translate(encode(convert_to(json_build_array(
                    'ocb974f25', r1.number_9, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = 1),
          'endCursor', min(translate(encode(convert_to(json_build_array(
                    'ocb974f25', r1.number_9, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = least(r1.c, 1))))
      from (select r1.number_9, r1.id, r1.name, row_number() over () as n, count(*) over () as c
        from (select r1.number_9, r1.id, r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.number_9 is not null or (r1.number_9 is null and r1.id > $4))
          order by r1.number_9 nulls first, r1.id limit 2) r1) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
