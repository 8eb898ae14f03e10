select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'or', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.text_13 = $4 or r1.number_10 >= $5)
        order by r1.name, r1.id limit 50) r1),
    'and', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.text_13 = $6 and (r2.number_10 < $7 or r2.number_9 = $8))
        order by r2.name, r2.id limit 50) r2),
    'not', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.text_13 = $9 or r3.text_13 = $10) is not true
        order by r3.name, r3.id limit 50) r3),
    'notNot', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and ((r4.text_13 = $11) is not true) is not true
        order by r4.name, r4.id limit 50) r4),
    'mixed', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (select r5.name
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and ((r5.flag_3 or r5.date_6 < $12) and (r5.number_10 = $13) is not true and r5.text_13 = $14)
        order by r5.name, r5.id limit 50) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
