select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'account', (select json_build_object(
                  'name', r3.name,
                  'industry', r3.text_13)
                from record r3
                where r3.tenant = $3 and r3.id = r1.ref_1 and (r3.object = 100000) is true and r3.deleted_at is null))), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.ref_1
          from (select r1.name, r1.ref_1, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((select (r4.object = 100000) is true and r4.deleted_at is null and r4.text_13 = $4
              from record r4
              where r4.tenant = $3 and r4.id = r1.ref_1) is true)
          order by r1.name, r1.id limit 50) (select r1.name, r1.ref_1
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.ref_1
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null and r2.text_13 = $5) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
