select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null)),
    'contacts', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null)),
    'users', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $3 and r3.object = 1 and r3.deleted_at is null)),
    'invoices', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100003 and r4.deleted_at is null)),
    'invoiceLines', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100004 and r5.deleted_at is null)),
    'tags', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100002 and r6.deleted_at is null))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
