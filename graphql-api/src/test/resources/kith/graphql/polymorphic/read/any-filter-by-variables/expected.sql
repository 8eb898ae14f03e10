select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'byType', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null and r1.object_1 = $4)),
    'byFilter', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and ((r2.object_1 = $5) is not true
          and exists (select 1
            from record r3
            where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null and (r3.name >= $6 and r3.name <= $7 and r3.name like $8))))),
    'byId', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null and r4.ref_1 = $9))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
