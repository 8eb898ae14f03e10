select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'a', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.date_6 >= $4 and r1.date_6 <= $5))),
    'b', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.time_4 >= $6)),
    'c', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.date_6 >= $7 and r3.date_6 < $8))),
    'd', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.date_6 >= $9 and r4.date_6 < $10)))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
