select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'a', (select case when r1.object = 4 then json_build_object(
        'id', r1.id,
        '__typename', 'AccessGroup') when r1.object = 5 then json_build_object(
        'id', r1.id,
        '__typename', 'AccessMember') when r1.object = 3 then json_build_object(
        'id', r1.id,
        '__typename', 'AccessRole') when r1.object = 6 then json_build_object(
        'id', r1.id,
        '__typename', 'AccessRule') when r1.object = 100000 then json_build_object(
        'id', r1.id,
        '__typename',
        'Account',
        'revenue', (r1.number_9 * 0.01)::text) when r1.object = 100001 then json_build_object(
        'id', r1.id,
        '__typename',
        'Contact',
        'email', r1.text_13) when r1.object = 100005 then json_build_object(
        'id', r1.id,
        '__typename',
        'Deal',
        'amount', (r1.number_9 * 0.01)::text) when r1.object = 100003 then json_build_object(
        'id', r1.id,
        '__typename', 'Invoice') when r1.object = 100004 then json_build_object(
        'id', r1.id,
        '__typename', 'InvoiceLine') when r1.object = 2 then json_build_object(
        'id', r1.id,
        '__typename', 'PermissionAssignment') when r1.object = 100002 then json_build_object(
        'id', r1.id,
        '__typename', 'Tag') when r1.object = 1 then json_build_object(
        'id', r1.id,
        '__typename', 'User') end
      from record r1
      where r1.tenant = $3 and r1.deleted_at is null and r1.id = $4),
    'b', (select case when r2.object = 4 then json_build_object(
        'id', r2.id,
        '__typename', 'AccessGroup') when r2.object = 5 then json_build_object(
        'id', r2.id,
        '__typename', 'AccessMember') when r2.object = 3 then json_build_object(
        'id', r2.id,
        '__typename', 'AccessRole') when r2.object = 6 then json_build_object(
        'id', r2.id,
        '__typename', 'AccessRule') when r2.object = 100000 then json_build_object(
        'id', r2.id,
        '__typename',
        'Account',
        'revenue', (r2.number_9 * 0.01)::text) when r2.object = 100001 then json_build_object(
        'id', r2.id,
        '__typename',
        'Contact',
        'email', r2.text_13) when r2.object = 100005 then json_build_object(
        'id', r2.id,
        '__typename',
        'Deal',
        'amount', (r2.number_9 * 0.01)::text) when r2.object = 100003 then json_build_object(
        'id', r2.id,
        '__typename', 'Invoice') when r2.object = 100004 then json_build_object(
        'id', r2.id,
        '__typename', 'InvoiceLine') when r2.object = 2 then json_build_object(
        'id', r2.id,
        '__typename', 'PermissionAssignment') when r2.object = 100002 then json_build_object(
        'id', r2.id,
        '__typename', 'Tag') when r2.object = 1 then json_build_object(
        'id', r2.id,
        '__typename', 'User') end
      from record r2
      where r2.tenant = $3 and r2.deleted_at is null and r2.id = $5),
    'c', (select case when r3.object = 4 then json_build_object(
        'id', r3.id,
        '__typename', 'AccessGroup') when r3.object = 5 then json_build_object(
        'id', r3.id,
        '__typename', 'AccessMember') when r3.object = 3 then json_build_object(
        'id', r3.id,
        '__typename', 'AccessRole') when r3.object = 6 then json_build_object(
        'id', r3.id,
        '__typename', 'AccessRule') when r3.object = 100000 then json_build_object(
        'id', r3.id,
        '__typename',
        'Account',
        'revenue', (r3.number_9 * 0.01)::text) when r3.object = 100001 then json_build_object(
        'id', r3.id,
        '__typename',
        'Contact',
        'email', r3.text_13) when r3.object = 100005 then json_build_object(
        'id', r3.id,
        '__typename',
        'Deal',
        'amount', (r3.number_9 * 0.01)::text) when r3.object = 100003 then json_build_object(
        'id', r3.id,
        '__typename', 'Invoice') when r3.object = 100004 then json_build_object(
        'id', r3.id,
        '__typename', 'InvoiceLine') when r3.object = 2 then json_build_object(
        'id', r3.id,
        '__typename', 'PermissionAssignment') when r3.object = 100002 then json_build_object(
        'id', r3.id,
        '__typename', 'Tag') when r3.object = 1 then json_build_object(
        'id', r3.id,
        '__typename', 'User') end
      from record r3
      where r3.tenant = $3 and r3.deleted_at is null and r3.id = $6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
