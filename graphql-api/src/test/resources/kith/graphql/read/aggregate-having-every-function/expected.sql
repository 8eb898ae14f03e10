select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r1.text_13 as k1, count(*) as m1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1 having ((sum(r1.number_10) > $4 and round(sum(r1.number_10) * 1::numeric(80, 20) / nullif(count(r1.number_10), 0), 4) < $5 and min(r1.number_9) >= $6 and (max(r1.time_4) is null) is not true and count(distinct r1.ref_1) = $7 and round(100.0 * count(*) filter (where r1.time_4 is null) / nullif(count(*), 0), 2) = $8) and (count(*) = $9) is not true and count(*) >= $10 and count(*) <= $11)
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
