select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'or', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.text_13, r1.number_10, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where (r1.text_13 = $4 or r1.number_10 >= $5)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.text_13 = $6 or r1.number_10 >= $7) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'and', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.text_13, r2.number_10, r2.number_9, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where (r2.text_13 = $8 and (r2.number_10 < $9 or r2.number_9 = $10))
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.text_13 = $11 and (r2.number_10 < $12 or r2.number_9 = $13)) and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'not', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.text_13, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where (r3.text_13 = $14 or r3.text_13 = $15) is not true
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.text_13 = $16 or r3.text_13 = $17) is not true and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'notNot', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.text_13, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where ((r4.text_13 = $18) is not true) is not true
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and ((r4.text_13 = $19) is not true) is not true and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'mixed', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (with w5 as materialized (select r5.name
          from (select r5.name, r5.flag_3, r5.date_6, r5.number_10, r5.text_13, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where ((r5.flag_3 or r5.date_6 < $20) and (r5.number_10 = $21) is not true and r5.text_13 = $22)
          order by r5.name, r5.id limit 50) (select r5.name
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name
          from record r5
          where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and ((r5.flag_3 or r5.date_6 < $23) and (r5.number_10 = $24) is not true and r5.text_13 = $25) and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
