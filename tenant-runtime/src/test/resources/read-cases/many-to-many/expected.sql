json_build_object(
  'account', (select json_build_object(
      'tags', (select json_build_object(
          'nodes', coalesce(json_agg(json_build_object(
                'name', r2.name,
                'accounts', (select json_build_object(
                    'nodes', coalesce(json_agg(json_build_object(
                          'name', r3.name)), '[]'::json),
                    'totalCount', (select count(*)
                      from link l2
                      join record r3 on r3.tenant = $1 and r3.id = l2.source and (r3.object = 2001) is true and r3.deleted_at is null
                      where l2.tenant = $1 and l2.field = $2 and l2.target = r2.id))
                  from (select r3.name
                    from link l2
                    join record r3 on r3.tenant = $1 and r3.id = l2.source and (r3.object = 2001) is true and r3.deleted_at is null
                    where l2.tenant = $1 and l2.field = $2 and l2.target = r2.id
                    order by r3.id limit 50) r3))), '[]'::json))
        from (select r2.name, r2.id
          from link l1
          join record r2 on r2.tenant = $1 and r2.id = l1.target and (r2.object = 2003) is true and r2.deleted_at is null
          where l1.tenant = $1 and l1.field = $3 and l1.source = r1.id
          order by r2.name, r2.id limit 50) r2))
    from record r1
    where r1.tenant = $1 and r1.id = $4 and (r1.object = 2001) is true and r1.deleted_at is null))
