json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'owner', (select json_build_object(
                'name', r2.name,
                'manager', (select json_build_object(
                    'name', r3.name)
                  from record r3
                  where r3.tenant = $1 and r3.id = r2.ref_1 and (r3.object = 1) is true and r3.deleted_at is null))
              from record r2
              where r2.tenant = $1 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null),
            'ownerId', r1.owner,
            'parent', (select json_build_object(
                'name', r4.name)
              from record r4
              where r4.tenant = $1 and r4.id = r1.ref_1 and (r4.object = 2001) is true and r4.deleted_at is null),
            'backer', (select json_build_object(
                'name', r5.name)
              from record r5
              where r5.tenant = $1 and r5.id = r1.ref_2 and (r5.object = 2001) is true and r5.deleted_at is null))), '[]'::json))
    from (select r1.name, r1.owner, r1.ref_1, r1.ref_2
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      order by r1.id limit 50) r1))
