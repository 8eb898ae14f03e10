select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'hasMore', count(*) > 2,
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1),
              'count', g.m1)) filter (where g.n <= 2), '[]'::json))
      from (select *, row_number() over () as n
        from (select r1.text_13 as k1, count(*) as m1
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1
          order by m1 desc nulls first, k1 limit 3) g) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
