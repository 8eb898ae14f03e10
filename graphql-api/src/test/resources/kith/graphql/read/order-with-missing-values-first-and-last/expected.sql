select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'asc', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)
            order by r1.n desc), '[]'::json))
      from (select r1.name, row_number() over () as n
        from (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
          order by r1.text_13 desc, r1.name desc, r1.id desc limit 1) r1) r1),
    'desc', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
        order by r2.text_13 desc, r2.name, r2.id limit 1) r2),
    'ascFirst', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
        order by case when jsonb_typeof(r3.more -> '1') = 'number' then (r3.more -> '1')::numeric end nulls first, r3.name, r3.id limit 3) r3),
    'descLast', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)
            order by r4.n desc), '[]'::json))
      from (select r4.name, row_number() over () as n
        from (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
          order by case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end nulls first, r4.name desc, r4.id desc limit 3) r4) r4)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
