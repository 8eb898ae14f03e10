select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byReference', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'account', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r1.ref_1 as k1, count(*) as m1
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null group by 1
        order by k1 limit 100) g),
    'byId', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object(
                'accountId', g.k1),
              'count', g.m1)), '[]'::json))
      from (select r2.ref_1 as k1, count(*) as m1
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null group by 1
        order by k1 limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
