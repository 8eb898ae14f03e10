select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(),
              'count', g.m1,
              'sum', json_build_object(
                'amount', g.m2::text,
                'quantity', g.m3::text,
                'weight', g.m4::text,
                'probability', g.m5::text),
              'avg', json_build_object(
                'amount', g.m6::text,
                'quantity', g.m7::text,
                'weight', g.m8::text,
                'probability', g.m9::text))), '[]'::json))
      from (select count(*) as m1, sum(r1.number_9) * 0.01 as m2, sum(r1.number_10) as m3, round(sum(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end), 4) as m4, sum(r1.number_11) * 0.01 as m5, round(sum(r1.number_9) * 0.01::numeric(80, 22) / nullif(count(r1.number_9), 0), 6) as m6, round(sum(r1.number_10) * 1::numeric(80, 20) / nullif(count(r1.number_10), 0), 4) as m7, round(sum(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end) * 1::numeric(80, 24) / nullif(count(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end), 0), 8) as m8, round(sum(r1.number_11) * 0.01::numeric(80, 22) / nullif(count(r1.number_11), 0), 6) as m9
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
