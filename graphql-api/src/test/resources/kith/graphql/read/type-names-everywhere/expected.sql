select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        '__typename',
        'AccountConnection',
        'pageInfo', json_build_object(
          '__typename',
          'PageInfo',
          'hasNextPage', count(*) > 1),
        'edges', coalesce(json_agg(json_build_object(
              '__typename',
              'AccountEdge',
              'node', json_build_object(
                '__typename',
                'Account',
                'owner', (select json_build_object(
                    '__typename', 'User')
                  from record r2
                  where r2.tenant = $3 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null),
                'contacts', json_build_object(
                  '__typename', 'ContactConnection')))) filter (where r1.n <= 1), '[]'::json))
      from (select r1.owner, r1.id, row_number() over () as n
        from (select r1.owner, r1.id
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
          order by r1.name, r1.id limit 2) r1) r1),
    'node', (select case when r4.object = 4 then json_build_object(
        '__typename', 'AccessGroup') when r4.object = 5 then json_build_object(
        '__typename', 'AccessMember') when r4.object = 3 then json_build_object(
        '__typename', 'AccessRole') when r4.object = 6 then json_build_object(
        '__typename', 'AccessRule') when r4.object = 100000 then json_build_object(
        '__typename', 'Account') when r4.object = 100001 then json_build_object(
        '__typename', 'Contact') when r4.object = 100005 then json_build_object(
        '__typename', 'Deal') when r4.object = 100003 then json_build_object(
        '__typename', 'Invoice') when r4.object = 100004 then json_build_object(
        '__typename', 'InvoiceLine') when r4.object = 2 then json_build_object(
        '__typename', 'PermissionAssignment') when r4.object = 100002 then json_build_object(
        '__typename', 'Tag') when r4.object = 1 then json_build_object(
        '__typename', 'User') end
      from record r4
      where r4.tenant = $3 and r4.deleted_at is null and r4.id = $4)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
