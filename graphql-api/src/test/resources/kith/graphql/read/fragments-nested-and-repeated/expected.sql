select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'name', r1.name,
        'owner', (select json_build_object(
            'name', r2.name)
          from record r2
          where r2.tenant = $3 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null),
        'account', (select json_build_object(
            'name', r3.name,
            'owner', (select json_build_object(
                'name', r4.name,
                'email', r4.text_1)
              from record r4
              where r4.tenant = $3 and r4.id = r3.owner and (r4.object = 1) is true and r4.deleted_at is null),
            'parent', (select json_build_object(
                'name', r5.name)
              from record r5
              where r5.tenant = $3 and r5.id = r3.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null))
          from record r3
          where r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
