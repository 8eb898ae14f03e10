select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'one', (select json_build_object(
        'name', r1.name,
        'about', case r1.object_1 when 100000 then (select json_build_object()
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null) when 100001 then (select json_build_object(
            'id', r3.id,
            'name', r3.name,
            'phone', r3.text_14)
          from record r3
          where r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100001) is true and r3.deleted_at is null) when 100006 then (select json_build_object()
          from record r4
          where r4.tenant = $3 and r4.id = r1.ref_1 and (r4.object = 100006) is true and r4.deleted_at is null) end)
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100006) is true and r1.deleted_at is null),
    'nowhere', (select json_build_object(
        'name', r5.name,
        'aboutId', r5.ref_1,
        'aboutType', case r5.object_1 when 100000 then 'Account' when 100001 then 'Contact' when 100006 then 'Visit' end,
        'about', case r5.object_1 when 100000 then (select json_build_object(
            '__typename', 'Account')
          from record r6
          where r6.tenant = $3 and r6.id = r5.ref_1 and (r6.object = 100000) is true and r6.deleted_at is null) when 100001 then (select json_build_object(
            '__typename', 'Contact')
          from record r7
          where r7.tenant = $3 and r7.id = r5.ref_1 and (r7.object = 100001) is true and r7.deleted_at is null) when 100006 then (select json_build_object(
            '__typename', 'Visit')
          from record r8
          where r8.tenant = $3 and r8.id = r5.ref_1 and (r8.object = 100006) is true and r8.deleted_at is null) end)
      from record r5
      where r5.tenant = $3 and r5.id = $5 and (r5.object = 100006) is true and r5.deleted_at is null),
    'deleted', (select json_build_object(
        'name', r9.name,
        'aboutId', r9.ref_1,
        'aboutType', case r9.object_1 when 100000 then 'Account' when 100001 then 'Contact' when 100006 then 'Visit' end,
        'about', case r9.object_1 when 100000 then (select json_build_object(
            '__typename', 'Account')
          from record r10
          where r10.tenant = $3 and r10.id = r9.ref_1 and (r10.object = 100000) is true and r10.deleted_at is null) when 100001 then (select json_build_object(
            '__typename', 'Contact')
          from record r11
          where r11.tenant = $3 and r11.id = r9.ref_1 and (r11.object = 100001) is true and r11.deleted_at is null) when 100006 then (select json_build_object(
            '__typename', 'Visit')
          from record r12
          where r12.tenant = $3 and r12.id = r9.ref_1 and (r12.object = 100006) is true and r12.deleted_at is null) end)
      from record r9
      where r9.tenant = $3 and r9.id = $6 and (r9.object = 100006) is true and r9.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
