select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.number_9 is null) is not true)),
    'other', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and false)),
    'ne', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'amountCurrency', case when r3.number_9 is not null then 'EUR' end)), '[]'::json))
      from (select r3.name, r3.number_9
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and ((r3.number_9 is null) is not true) is not true
        order by r3.id limit 50) r3),
    'in', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.number_9 is null) is not true)),
    'notIn', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (false) is not true)),
    'missing', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name,
              'amount', (r6.number_9 * 0.01)::text)), '[]'::json))
      from (select r6.name, r6.number_9
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and r6.number_9 is null
        order by r6.id limit 50) r6)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
