select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'text', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'amount', (r1.number_9 * 0.01)::text,
              'amountCurrency', case when r1.number_9 is not null then 'EUR' end)), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.number_9
          from (select r1.name, r1.number_9, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where r1.number_9 >= $4
          order by r1.name, r1.id limit 50) (select r1.name, r1.number_9
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.number_9
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.number_9 >= $5 and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'number', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.number_9, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where r2.number_9 = $6
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.number_9 = $7 and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'negative', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'amount', (r3.number_9 * 0.01)::text)), '[]'::json))
      from (select r3.name, r3.number_9
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.number_9 < $8
        order by r3.id limit 50) r3),
    'several', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.number_9, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where r4.number_9 = any ($9)
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.number_9 = any ($10) and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
