select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object($3, (select json_build_object(
        'id', r1.id,
        'name', r1.name,
        'manager', (select json_build_object(
            'name', r2.name)
          from record r2
          where r2.tenant = $4 and r2.id = r1.ref_1 and (r2.object = 1) is true and r2.deleted_at is null))
      from record r1
      where r1.tenant = $4 and r1.id = $5 and (r1.object = 1) is true and r1.deleted_at is null),
    'accounts', json_build_object(
      'totalCount', (select count(*)
        from record r3
        where r3.tenant = $4 and r3.object = 100000 and r3.deleted_at is null))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
