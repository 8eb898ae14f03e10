select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'name', g.k1),
              'count', g.m1,
              'max', json_build_object(
                'amount', (g.m2 * 0.01)::text))), '[]'::json))
      from (select r3.name as k1, count(*) as m1, max(r1.number_9) as m2
        from record r1
        left join record r3 on r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.text_13 = $4
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.text_13 = any ($5))) group by 1
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
