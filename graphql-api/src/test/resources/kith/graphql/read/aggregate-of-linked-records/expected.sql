select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'tags', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'contacts', json_build_object(
                'aggregate', (select json_build_object(
                    'groups', coalesce(json_agg(json_build_object(
                          'keys', json_build_object(
                            'account', g.k1),
                          'count', g.m1)), '[]'::json))
                  from (select r3.name as k1, count(*) as m1
                    from link l1
                    join record r2 on r2.tenant = $3 and r2.id = l1.source and (r2.object = 100001) is true and r2.deleted_at is null
                    left join record r3 on r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null
                    where l1.tenant = $3 and l1.field = $4 and l1.target = r1.id group by 1
                    order by k1 limit 100) g)))), '[]'::json))
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $3 and r1.object = 100002 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
