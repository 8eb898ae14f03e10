select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'lastYear', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'signedAt', to_char(r1.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r1.name, r1.time_4
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.time_4 >= $4 and r1.time_4 < $5)
        order by r1.id limit 50) r1),
    'nextYear', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name,
              'signedAt', to_char(r2.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r2.name, r2.time_4
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.time_4 >= $6 and r2.time_4 < $7)
        order by r2.id limit 50) r2),
    'created', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.created_at >= $8 and r3.created_at < $9))),
    'before', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.created_at >= $10 and r4.created_at < $11)))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
