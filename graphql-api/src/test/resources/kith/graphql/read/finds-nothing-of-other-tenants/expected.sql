select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'account', (select json_build_object(
        'name', r1.name)
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100000) is true and r1.deleted_at is null),
    'node', (select case when r2.object = 4 then json_build_object(
        'id', r2.id) when r2.object = 5 then json_build_object(
        'id', r2.id) when r2.object = 3 then json_build_object(
        'id', r2.id) when r2.object = 6 then json_build_object(
        'id', r2.id) when r2.object = 100000 then json_build_object(
        'id', r2.id) when r2.object = 100001 then json_build_object(
        'id', r2.id) when r2.object = 100005 then json_build_object(
        'id', r2.id) when r2.object = 100003 then json_build_object(
        'id', r2.id) when r2.object = 100004 then json_build_object(
        'id', r2.id) when r2.object = 2 then json_build_object(
        'id', r2.id) when r2.object = 100002 then json_build_object(
        'id', r2.id) when r2.object = 1 then json_build_object(
        'id', r2.id) end
      from record r2
      where r2.tenant = $3 and r2.deleted_at is null and r2.id = $5),
    'accounts', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (r3.id = $6 or r3.name = $7))),
    'deals', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = $8)),
    'dealsAggregate', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'count', g.m1)), '[]'::json))
      from (select count(*) as m1
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
        and exists (select 1
          from record r6
          where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null and r6.name = $9) limit 100) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
