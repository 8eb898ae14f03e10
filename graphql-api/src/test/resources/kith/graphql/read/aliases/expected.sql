select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'a', (select json_build_object(
        'n', r1.name,
        'same', r1.name)
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100000) is true and r1.deleted_at is null),
    'b', (select json_build_object(
        'n', r2.name,
        'up', (select json_build_object(
            'n', r3.name)
          from record r3
          where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null))
      from record r2
      where r2.tenant = $3 and r2.id = $5 and (r2.object = 100000) is true and r2.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
