select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        '__typename',
        'DealAggregate',
        'all', coalesce(json_agg(json_build_object(
              '__typename',
              'DealGroup',
              'k', json_build_object($3, g.k1),
              'n', g.m1,
              'total', json_build_object(
                '__typename',
                'DealNumbers',
                'amount', g.m2::text,
                'a', g.m2::text))), '[]'::json))
      from (select r1.text_13 as k1, count(*) as m1, sum(r1.number_9) * 0.01 as m2
        from record r1
        where r1.tenant = $4 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 1) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
