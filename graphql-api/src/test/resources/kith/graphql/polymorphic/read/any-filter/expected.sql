select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'id', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100006 and r1.deleted_at is null and r1.ref_1 = $4)),
    'ids', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100006 and r2.deleted_at is null and r2.ref_1 = any ($5))),
    'type', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 100006 and r3.deleted_at is null and r3.object_1 = $6)),
    'types', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100006 and r4.deleted_at is null and r4.object_1 = any ($7))),
    'notType', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100006 and r5.deleted_at is null and (r5.object_1 = $8) is not true)),
    'notTypes', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100006 and r6.deleted_at is null and (r6.object_1 = any ($9)) is not true)),
    'nowhere', json_build_object(
      'totalCount', (select count(*)
        from record r7
        where r7.tenant = $3 and r7.object = 100006 and r7.deleted_at is null and r7.ref_1 is null)),
    'somewhere', json_build_object(
      'totalCount', (select count(*)
        from record r8
        where r8.tenant = $3 and r8.object = 100006 and r8.deleted_at is null and (r8.ref_1 is null) is not true)),
    'beside', json_build_object(
      'totalCount', (select count(*)
        from record r9
        where r9.tenant = $3 and r9.object = 100006 and r9.deleted_at is null and ((r9.ref_1 is null) is not true and r9.object_1 = $10)))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
