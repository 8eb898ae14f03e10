select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'asc', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'revenue', (r1.number_9 * 0.01)::text)), '[]'::json))
      from (select r1.number_9
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        order by r1.number_9, r1.id limit 50) r1),
    'desc', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'revenue', (r2.number_9 * 0.01)::text)), '[]'::json))
      from (select r2.number_9
        from record r2
        where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null
        order by r2.number_9 desc, r2.id desc limit 50) r2),
    'first', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'revenue', (r3.number_9 * 0.01)::text)), '[]'::json))
      from (select r3.number_9
        from record r3
        where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
        order by r3.number_9 nulls first, r3.id limit 50) r3),
    'last', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'revenue', (r4.number_9 * 0.01)::text)), '[]'::json))
      from (select r4.number_9
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
        order by r4.number_9 desc nulls last, r4.id desc limit 50) r4)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
