json_build_object(
  'parents', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($1, g.k1, $2, g.k2, $3, g.k3),
            'count', g.m1, $4, g.m2::text)), '[]'::json))
    from (select r2.name as k1, r3.name as k2, case when r2.id is not null then coalesce((r2.more -> '23' = 'true'::jsonb), false) end as k3, count(*) as m1, sum(r1.number_1) * 0.01 as m2
      from record r1
      left join record r2 on r2.tenant = $5 and r2.id = r1.ref_1 and (r2.object = 2001) is true and r2.deleted_at is null
      left join record r3 on r3.tenant = $5 and r3.id = r2.owner and (r3.object = 1) is true and r3.deleted_at is null
      where r1.tenant = $5 and r1.object = 2001 and r1.deleted_at is null group by 1, 2, 3
      order by k1, k2, k3 limit 100) g),
  'owners', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($6, g.k1),
            'count', g.m1, $7, g.m2, $8, (g.m3 * 0.1)::text)), '[]'::json))
    from (select r5.name as k1, count(*) as m1, min(r4.date_1) as m2, max(r4.number_9) as m3
      from record r4
      left join record r5 on r5.tenant = $5 and r5.id = r4.owner and (r5.object = 1) is true and r5.deleted_at is null
      where r4.tenant = $5 and r4.object = 2001 and r4.deleted_at is null group by 1
      order by k1 limit 100) g),
  'masters', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object($9, g.k1),
            'count', g.m1, $10, g.m2::text, $11, g.m3)), '[]'::json))
    from (select r7.text_1 as k1, count(*) as m1, round(sum(r6.number_9) * 0.01::numeric(80, 22) / nullif(count(r6.number_9), 0), 6) as m2, count(distinct r6.ref_1) as m3
      from record r6
      left join record r7 on r7.tenant = $5 and r7.id = r6.ref_1 and (r7.object = 2001) is true and r7.deleted_at is null
      where r6.tenant = $5 and r6.object = 2002 and r6.deleted_at is null group by 1
      order by k1 limit 100) g))
