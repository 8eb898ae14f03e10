json_build_object(
  'accounts', (select json_build_object(
      'edges', coalesce(json_agg(json_build_object(
            'cursor', translate(encode(convert_to(json_build_array(
                    'o586def16', r1.k1, r1.k2, r1.name, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
            'node', json_build_object(
              'name', r1.name,
              'owner', (select json_build_object(
                  'name', r5.name)
                from record r5
                where r5.tenant = $1 and r5.id = r1.owner and (r5.object = 1) is true and r5.deleted_at is null)))), '[]'::json))
    from (select r1.name, r1.id, r1.owner, r2.name as k1, r4.name as k2
      from record r1
      left join record r2 on r2.tenant = $1 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null
      left join record r3 on r3.tenant = $1 and r3.id = r1.ref_1 and (r3.object = 2001) is true and r3.deleted_at is null
      left join record r4 on r4.tenant = $1 and r4.id = r3.owner and (r4.object = 1) is true and r4.deleted_at is null
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      order by r2.name, r4.name desc, r1.name, r1.id limit 50) r1))
