select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'min', json_build_object(
                'name', g.m1,
                'stage', g.m2,
                'amount', (g.m3 * 0.01)::text,
                'quantity', g.m4,
                'weight', round(g.m5, 4)::text,
                'closeDate', g.m6,
                'signedAt', to_char(g.m7 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'reference', g.m8,
                'createdAt', to_char(g.m9 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
              'max', json_build_object(
                'name', g.m10,
                'stage', g.m11,
                'amount', (g.m12 * 0.01)::text,
                'quantity', g.m13,
                'weight', round(g.m14, 4)::text,
                'closeDate', g.m15,
                'signedAt', to_char(g.m16 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'reference', g.m17,
                'updatedAt', to_char(g.m18 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))), '[]'::json))
      from (select min(r1.name) as m1, min(r1.text_13) as m2, min(r1.number_9) as m3, min(r1.number_10) as m4, min(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end) as m5, min(r1.date_6) as m6, min(r1.time_4) as m7, min(r1.text_14) as m8, min(r1.created_at) as m9, max(r1.name) as m10, max(r1.text_13) as m11, max(r1.number_9) as m12, max(r1.number_10) as m13, max(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end) as m14, max(r1.date_6) as m15, max(r1.time_4) as m16, max(r1.text_14) as m17, max(r1.updated_at) as m18
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
