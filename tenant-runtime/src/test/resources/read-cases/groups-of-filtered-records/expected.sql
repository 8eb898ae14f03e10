json_build_object(
  'tech', (select json_build_object(
      'groups', coalesce(json_agg(json_build_object(
            'keys', json_build_object(
              'industry', g.k1),
            'count', g.m1, $1, g.m2::text, $2, g.m3::text, $3, g.m4::text)), '[]'::json))
    from (select r1.text_1 as k1, count(*) as m1, sum(r1.number_1) * 0.01 as m2, sum(r1.number_11) as m3, round(sum(r1.number_9) * 0.1::numeric(80, 21) / nullif(count(r1.number_9), 0), 5) as m4
      from record r1
      where r1.tenant = $4 and r1.object = 2001 and r1.deleted_at is null
      and exists (select 1
        from record r2
        where r2.tenant = $4 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id) group by 1
      order by k1 limit 100) g))
