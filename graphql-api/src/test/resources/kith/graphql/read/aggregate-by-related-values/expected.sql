select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'industry', g.k1,
                'owner', g.k2),
              'count', g.m1,
              'avg', json_build_object(
                'amount', g.m2::text))), '[]'::json))
      from (select r2.text_13 as k1, r3.name as k2, count(*) as m1, round(sum(r1.number_9) * 0.01::numeric(80, 22) / nullif(count(r1.number_9), 0), 6) as m2
        from record r1
        left join record r2 on r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null
        left join record r3 on r3.tenant = $3 and r3.id = r2.owner and (r3.object = 1) is true and r3.deleted_at is null
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1, 2
        order by k1, k2 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
