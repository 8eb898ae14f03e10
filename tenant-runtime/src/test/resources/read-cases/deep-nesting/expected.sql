json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'owner', (select json_build_object(
                'name', r2.name)
              from record r2
              where r2.tenant = $1 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null),
            'contacts', (select json_build_object(
                'nodes', coalesce(json_agg(json_build_object(
                      'name', r3.name,
                      'account', (select json_build_object(
                          'name', r4.name,
                          'tags', (select json_build_object(
                              'nodes', coalesce(json_agg(json_build_object(
                                    'name', r5.name,
                                    'accounts', (select json_build_object(
                                        'nodes', coalesce(json_agg(json_build_object(
                                              'name', r6.name,
                                              'contacts', (select json_build_object(
                                                  'edges', coalesce(json_agg(json_build_object(
                                                        'node', json_build_object(
                                                          'name', r7.name,
                                                          'score', (r7.number_9 * 0.01)::text))), '[]'::json))
                                                from (select r7.name, r7.number_9
                                                  from record r7
                                                  where r7.tenant = $1 and r7.object = 2002 and r7.deleted_at is null and r7.ref_1 = r6.id
                                                  order by r7.number_9 desc nulls last, r7.id desc limit 1) r7))), '[]'::json))
                                      from (select r6.name, r6.id
                                        from link l2
                                        join record r6 on r6.tenant = $1 and r6.id = l2.source and (r6.object = 2001) is true and r6.deleted_at is null
                                        where l2.tenant = $1 and l2.field = $2 and l2.target = r5.id
                                        order by r6.name desc, r6.id desc limit 50) r6))), '[]'::json))
                            from (select r5.name, r5.id
                              from link l1
                              join record r5 on r5.tenant = $1 and r5.id = l1.target and (r5.object = 2003) is true and r5.deleted_at is null
                              where l1.tenant = $1 and l1.field = $3 and l1.source = r4.id
                              order by r5.name, r5.id limit 50) r5))
                        from record r4
                        where r4.tenant = $1 and r4.id = r3.ref_1 and (r4.object = 2001) is true and r4.deleted_at is null))), '[]'::json))
              from (select r3.name, r3.ref_1
                from record r3
                where r3.tenant = $1 and r3.object = 2002 and r3.deleted_at is null and r3.ref_1 = r1.id
                order by r3.name, r3.id limit 50) r3))), '[]'::json))
    from (select r1.name, r1.owner, r1.id
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.name = $4
      order by r1.id limit 50) r1))
