select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'all', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(),
              'count', g.m1,
              'sum', json_build_object(
                'amount', g.m2::text),
              'avg', json_build_object(
                'amount', g.m3::text),
              'min', json_build_object(
                'name', g.m4),
              'percentEmpty', json_build_object(
                'stage', g.m5::text))), '[]'::json))
      from (select count(*) as m1, sum(r1.number_9) * 0.01 as m2, round(sum(r1.number_9) * 0.01::numeric(80, 22) / nullif(count(r1.number_9), 0), 6) as m3, min(r1.name) as m4, round(100.0 * count(*) filter (where r1.text_13 is null) / nullif(count(*), 0), 2) as m5
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = $4 limit 100) g),
    'grouped', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'count', g.m1)) filter (where g.n <= 100), '[]'::json),
        'hasMore', count(*) > 100)
      from (select *, row_number() over () as n
        from (select r2.text_13 as k1, count(*) as m1
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.name = $5 group by 1
          order by k1 limit 101) g) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
