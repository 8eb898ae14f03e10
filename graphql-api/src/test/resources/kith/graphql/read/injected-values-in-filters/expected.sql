select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'quote', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = $4)),
    'in', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.name = any ($5))),
    'like', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.name like $6)),
    'template', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.name like $7)),
    'group', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'keys', json_build_object($8, g.k1))), '[]'::json))
      from (select r5.text_13 as k1
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null group by 1
        order by k1 limit 1) g)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
