select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'signedAt', to_char(r1.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r1.name, r1.time_4
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.time_4 = $4
        order by r1.id limit 50) r1),
    'ne', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.time_4 = $5) is not true)),
    'in', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.time_4 = any ($6)
        order by r3.time_4, r3.id limit 50) r3),
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name,
              'signedAt', to_char(r4.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r4.name, r4.time_4
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.time_4 > $7
        order by r4.time_4, r4.id limit 50) r4),
    'between', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (r5.time_4 >= $8 and r5.time_4 <= $9)
        order by r5.time_4, r5.id limit 50) r5),
    'null', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and (r6.time_4 is null) is not true))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
