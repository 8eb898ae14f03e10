select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'a', (select case when r1.object = 4 then json_build_object(
        'id', r1.id) when r1.object = 5 then json_build_object(
        'id', r1.id) when r1.object = 3 then json_build_object(
        'id', r1.id) when r1.object = 6 then json_build_object(
        'id', r1.id) when r1.object = 100000 then json_build_object(
        'id', r1.id,
        'name', r1.name,
        'industry', r1.text_13) when r1.object = 100001 then json_build_object(
        'id', r1.id,
        'email', r1.text_13) when r1.object = 100005 then json_build_object(
        'id', r1.id) when r1.object = 100003 then json_build_object(
        'id', r1.id) when r1.object = 100004 then json_build_object(
        'id', r1.id) when r1.object = 2 then json_build_object(
        'id', r1.id) when r1.object = 100002 then json_build_object(
        'id', r1.id) when r1.object = 1 then json_build_object(
        'id', r1.id) end
      from record r1
      where r1.tenant = $3 and r1.deleted_at is null and r1.id = $4),
    'b', (select case when r2.object = 4 then json_build_object(
        '__typename', 'AccessGroup') when r2.object = 5 then json_build_object(
        '__typename', 'AccessMember') when r2.object = 3 then json_build_object(
        '__typename', 'AccessRole') when r2.object = 6 then json_build_object(
        '__typename', 'AccessRule') when r2.object = 100000 then json_build_object(
        '__typename',
        'Account',
        'name', r2.name) when r2.object = 100001 then json_build_object(
        '__typename',
        'Contact',
        'email', r2.text_13,
        'account', (select json_build_object(
            'name', r3.name)
          from record r3
          where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null)) when r2.object = 100005 then json_build_object(
        '__typename', 'Deal') when r2.object = 100003 then json_build_object(
        '__typename', 'Invoice') when r2.object = 100004 then json_build_object(
        '__typename', 'InvoiceLine') when r2.object = 2 then json_build_object(
        '__typename', 'PermissionAssignment') when r2.object = 100002 then json_build_object(
        '__typename', 'Tag') when r2.object = 1 then json_build_object(
        '__typename', 'User') end
      from record r2
      where r2.tenant = $3 and r2.deleted_at is null and r2.id = $5),
    'c', (select case when r4.object = 4 then json_build_object(
        'id', r4.id) when r4.object = 5 then json_build_object(
        'id', r4.id) when r4.object = 3 then json_build_object(
        'id', r4.id) when r4.object = 6 then json_build_object(
        'id', r4.id) when r4.object = 100000 then json_build_object(
        'id', r4.id) when r4.object = 100001 then json_build_object(
        'id', r4.id) when r4.object = 100005 then json_build_object(
        'id', r4.id) when r4.object = 100003 then json_build_object(
        'id', r4.id) when r4.object = 100004 then json_build_object(
        'id', r4.id) when r4.object = 2 then json_build_object(
        'id', r4.id) when r4.object = 100002 then json_build_object(
        'id', r4.id) when r4.object = 1 then json_build_object(
        'id', r4.id) end
      from record r4
      where r4.tenant = $3 and r4.deleted_at is null and r4.id = $6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
