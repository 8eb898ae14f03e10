select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'stage', g.k1))), '[]'::json))
      from (select r1.text_13 as k1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1 having ((max(r1.date_6) < $4 or round(sum(r1.number_10) * 1::numeric(80, 20) / nullif(count(r1.number_10), 0), 4) is null) and (min(r1.text_13) = $5) is not true)
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
