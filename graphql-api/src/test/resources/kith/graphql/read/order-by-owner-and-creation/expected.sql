select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'owner', (select json_build_object(
                  'name', r3.name)
                from record r3
                where r3.tenant = $3 and r3.id = r1.owner and (r3.object = 1) is true and r3.deleted_at is null))), '[]'::json))
      from (select r1.name, r1.owner, r2.name as k1
        from record r1
        left join record r2 on r2.tenant = $3 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
        order by r2.name desc, r1.created_at, r1.id, r1.id limit 3) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
