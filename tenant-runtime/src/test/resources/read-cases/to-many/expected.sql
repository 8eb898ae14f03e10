json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'contacts', (select json_build_object(
                'nodes', coalesce(json_agg(json_build_object(
                      'name', r2.name,
                      'account', (select json_build_object(
                          'name', r3.name)
                        from record r3
                        where r3.tenant = $1 and r3.id = r2.ref_1 and (r3.object = 2001) is true and r3.deleted_at is null))) filter (where r2.n <= 1), '[]'::json),
                'totalCount', (select count(*)
                  from record r2
                  where r2.tenant = $1 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id),
                'pageInfo', json_build_object(
                  'hasNextPage', count(*) > 1))
              from (select r2.name, r2.ref_1, row_number() over () as n
                from (select r2.name, r2.ref_1
                  from record r2
                  where r2.tenant = $1 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id
                  order by r2.name desc, r2.id desc limit 2) r2) r2),
            'best', (select json_build_object(
                'nodes', coalesce(json_agg(json_build_object(
                      'name', r4.name,
                      'score', (r4.number_9 * 0.01)::text)), '[]'::json))
              from (select r4.name, r4.number_9
                from record r4
                where r4.tenant = $1 and r4.object = 2002 and r4.deleted_at is null and r4.ref_1 = r1.id and r4.number_9 > $2
                order by r4.id limit 50) r4))), '[]'::json))
    from (select r1.name, r1.id
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      order by r1.id limit 3) r1))
