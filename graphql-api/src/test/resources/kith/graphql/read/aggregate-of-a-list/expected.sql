select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'amount', (r1.number_9 * 0.01)::text)), '[]'::json),
        'aggregate', (select json_build_object(
            'groups', coalesce(json_agg(json_build_object(
                  'count', g.m1,
                  'sum', json_build_object(
                    'amount', g.m2::text))), '[]'::json))
          from (select count(*) as m1, sum(r1.number_9) * 0.01 as m2
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_13 = $4 limit 100) g),
        'byAccount', (select json_build_object(
            'groups', coalesce(json_agg(json_build_object(
                  'keys', json_build_object(
                    'account', g.k1),
                  'count', g.m1)), '[]'::json))
          from (select r2.name as k1, count(*) as m1
            from record r1
            left join record r2 on r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_13 = $4 group by 1
            order by k1 limit 100) g))
      from (with w1 as materialized (select r1.name, r1.number_9
          from (select r1.name, r1.number_9, r1.text_13, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 80) r1
          where r1.text_13 = $5
          order by r1.name, r1.id limit 2) (select r1.name, r1.number_9
          from w1 r1
          where (select count(*)
            from w1) = 2)
        union all (select r1.name, r1.number_9
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_13 = $4 and (select count(*)
            from w1) < 2
          order by r1.name, r1.id limit 2)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
