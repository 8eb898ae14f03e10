select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'account', (select json_build_object(
        'first', (select json_build_object(
            'edges', coalesce(json_agg(json_build_object(
                  'cursor', translate(encode(convert_to(json_build_array(
                          'o92827b4e', r2.name, r2.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
                  'node', json_build_object(
                    'name', r2.name))) filter (where r2.n <= 2), '[]'::json),
            'pageInfo', json_build_object(
              'hasNextPage', count(*) > 2,
              'endCursor', min(translate(encode(convert_to(json_build_array(
                        'o92827b4e', r2.name, r2.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r2.n = least(r2.c, 2))))
          from (select r2.name, r2.id, row_number() over () as n, count(*) over () as c
            from (select r2.name, r2.id
              from record r2
              where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id
              order by r2.name, r2.id limit 3) r2) r2),
        'rest', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'name', r3.name)) filter (where r3.n <= 2), '[]'::json),
            'pageInfo', json_build_object(
              'hasPreviousPage', true,
              'hasNextPage', count(*) > 2))
          from (select r3.name, row_number() over () as n
            from (select r3.name
              from record r3
              where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = r1.id and (r3.name, r3.id) > ($4, $5)
              order by r3.name, r3.id limit 3) r3) r3),
        'before', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'name', r4.name)
                order by r4.n desc) filter (where r4.n <= 1), '[]'::json),
            'pageInfo', json_build_object(
              'hasPreviousPage', count(*) > 1,
              'hasNextPage', true))
          from (select r4.name, row_number() over () as n
            from (select r4.name
              from record r4
              where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = r1.id and (r4.name, r4.id) < ($6, $7)
              order by r4.name desc, r4.id desc limit 2) r4) r4))
      from record r1
      where r1.tenant = $3 and r1.id = $8 and (r1.object = 100000) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
