select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'account', (select json_build_object(
        'name', r1.name,
        'parent', (select json_build_object(
            'name', r2.name)
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null),
        'notes', r1.more -> '3',
        'deals', json_build_object(
          'totalCount', (select count(*)
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = r1.id)))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100000) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
