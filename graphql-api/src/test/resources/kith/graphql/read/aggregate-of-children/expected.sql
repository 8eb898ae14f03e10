select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'deals', (select json_build_object(
                  'aggregate', (select json_build_object(
                      'groups', coalesce(json_agg(json_build_object(
                            'keys', json_build_object(
                              'stage', g.k1),
                            'count', g.m1,
                            'sum', json_build_object(
                              'amount', g.m2::text))), '[]'::json))
                    from (select r2.text_13 as k1, count(*) as m1, sum(r2.number_9) * 0.01 as m2
                      from record r2
                      where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id and (r2.text_13 = $4) is not true group by 1
                      order by k1 nulls last limit 100) g),
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r2.name)), '[]'::json))
                from (select r2.name
                  from record r2
                  where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id and (r2.text_13 = $4) is not true
                  order by r2.id limit 1) r2))), '[]'::json))
      from (select r1.name, r1.id
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        order by r1.name, r1.id limit 2) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
