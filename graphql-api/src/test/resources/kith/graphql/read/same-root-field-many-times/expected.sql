select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'a', (select json_build_object(
        'name', r1.name)
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100005) is true and r1.deleted_at is null),
    'b', (select json_build_object(
        'name', r2.name)
      from record r2
      where r2.tenant = $3 and r2.id = $5 and (r2.object = 100005) is true and r2.deleted_at is null),
    'c', (select json_build_object(
        'name', r3.name)
      from record r3
      where r3.tenant = $3 and r3.id = $6 and (r3.object = 100005) is true and r3.deleted_at is null),
    'd', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
        order by r4.name desc, r4.id desc limit 1) r4),
    'e', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
        order by r5.name, r5.id limit 1) r5),
    'f', (select json_build_object(
        'groups', coalesce(json_agg(json_build_object(
              'count', g.m1)), '[]'::json))
      from (select count(*) as m1
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null limit 100) g),
    'g', (select case when r7.object = 4 then json_build_object(
        'id', r7.id,
        '__typename', 'AccessGroup') when r7.object = 5 then json_build_object(
        'id', r7.id,
        '__typename', 'AccessMember') when r7.object = 3 then json_build_object(
        'id', r7.id,
        '__typename', 'AccessRole') when r7.object = 6 then json_build_object(
        'id', r7.id,
        '__typename', 'AccessRule') when r7.object = 100000 then json_build_object(
        'id', r7.id,
        '__typename', 'Account') when r7.object = 100001 then json_build_object(
        'id', r7.id,
        '__typename', 'Contact') when r7.object = 100005 then json_build_object(
        'id', r7.id,
        '__typename', 'Deal') when r7.object = 100003 then json_build_object(
        'id', r7.id,
        '__typename', 'Invoice') when r7.object = 100004 then json_build_object(
        'id', r7.id,
        '__typename', 'InvoiceLine') when r7.object = 2 then json_build_object(
        'id', r7.id,
        '__typename', 'PermissionAssignment') when r7.object = 100002 then json_build_object(
        'id', r7.id,
        '__typename', 'Tag') when r7.object = 1 then json_build_object(
        'id', r7.id,
        '__typename', 'User') end
      from record r7
      where r7.tenant = $3 and r7.deleted_at is null and r7.id = $7)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
