select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'open', (select json_build_object(
                  'totalCount', (select count(*)
                    from record r3
                    where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = r1.id and r3.text_13 = $4),
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r3.name,
                        'amount', (r3.number_9 * 0.01)::text)), '[]'::json))
                from (select r3.name, r3.number_9
                  from record r3
                  where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.ref_1 = r1.id and r3.text_13 = $4
                  order by r3.number_9 desc nulls last, r3.name, r3.id limit 2) r3),
              'lost', (select json_build_object(
                  'totalCount', (select count(*)
                    from record r4
                    where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = r1.id and r4.text_13 = $5),
                  'cappedCount', (select count(*)
                    from (select 1
                      from record r4
                      where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = r1.id and r4.text_13 = $5 limit 2) c),
                  'nodes', coalesce(json_agg(json_build_object(
                        'name', r4.name)), '[]'::json))
                from (select r4.name
                  from record r4
                  where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and r4.ref_1 = r1.id and r4.text_13 = $5
                  order by r4.id limit 50) r4))), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.id
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((select true
              from record r5
              where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and r5.ref_1 = r1.id limit 1) is true)
          order by r1.name, r1.id limit 50) (select r1.name, r1.id
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.id
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
          and exists (select 1
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and r2.ref_1 = r1.id) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
