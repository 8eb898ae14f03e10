select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'count', g.m1,
              'countDistinct', json_build_object(
                'name', g.m2,
                'stage', g.m3,
                'amount', g.m4,
                'quantity', g.m5,
                'weight', g.m6,
                'closeDate', g.m7,
                'signedAt', g.m8,
                'isRenewal', g.m9,
                'accountId', g.m10,
                'leadId', g.m11,
                'ownerId', g.m12,
                'createdById', g.m13),
              'percentEmpty', json_build_object(
                'name', g.m14::text,
                'stage', g.m15::text,
                'amount', g.m16::text,
                'weight', g.m17::text,
                'closeDate', g.m18::text,
                'signedAt', g.m19::text,
                'regions', g.m20::text,
                'accountId', g.m21::text,
                'leadId', g.m22::text,
                'ownerId', g.m23::text))), '[]'::json))
      from (select count(*) as m1, count(distinct r1.name) as m2, count(distinct r1.text_13) as m3, count(distinct r1.number_9) as m4, count(distinct r1.number_10) as m5, count(distinct case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end) as m6, count(distinct r1.date_6) as m7, count(distinct r1.time_4) as m8, count(distinct coalesce(r1.flag_3, false)) as m9, count(distinct r1.ref_1) as m10, count(distinct r1.ref_2) as m11, count(distinct r1.owner) as m12, count(distinct r1.created_by) as m13, round(100.0 * count(*) filter (where r1.name is null) / nullif(count(*), 0), 2) as m14, round(100.0 * count(*) filter (where r1.text_13 is null) / nullif(count(*), 0), 2) as m15, round(100.0 * count(*) filter (where r1.number_9 is null) / nullif(count(*), 0), 2) as m16, round(100.0 * count(*) filter (where case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end is null) / nullif(count(*), 0), 2) as m17, round(100.0 * count(*) filter (where r1.date_6 is null) / nullif(count(*), 0), 2) as m18, round(100.0 * count(*) filter (where r1.time_4 is null) / nullif(count(*), 0), 2) as m19, round(100.0 * count(*) filter (where coalesce(r1.more -> '2', '[]') = '[]'::jsonb) / nullif(count(*), 0), 2) as m20, round(100.0 * count(*) filter (where r1.ref_1 is null) / nullif(count(*), 0), 2) as m21, round(100.0 * count(*) filter (where r1.ref_2 is null) / nullif(count(*), 0), 2) as m22, round(100.0 * count(*) filter (where r1.owner is null) / nullif(count(*), 0), 2) as m23
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
