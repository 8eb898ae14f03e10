select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)) filter (where r1.n <= 50), '[]'::json),
        'edges', coalesce(json_agg(json_build_object(
              'cursor', translate(encode(convert_to(json_build_array(
                      'o586b9878', r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))) filter (where r1.n <= 50), '[]'::json),
        'totalCount', (select count(*)
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = $4),
        'cappedCount', (select count(*)
          from (select 1
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = $4 limit 1001) c),
        'pageInfo', json_build_object(
          'hasNextPage', count(*) > 50,
          'hasPreviousPage', false,
          'startCursor', min(translate(encode(convert_to(json_build_array(
                    'o586b9878', r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = 1),
          'endCursor', min(translate(encode(convert_to(json_build_array(
                    'o586b9878', r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_')) filter (where r1.n = least(r1.c, 50))))
      from (select r1.name, r1.id, row_number() over () as n, count(*) over () as c
        from (select r1.name, r1.id
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = $4
          order by r1.id limit 51) r1) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
