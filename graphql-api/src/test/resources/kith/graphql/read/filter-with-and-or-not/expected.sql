select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.text_13, r1.number_9, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
            order by r1.name, r1.id limit 2000) r1
          where ((r1.text_13 = $4 or (r1.text_13 = $5 and r1.number_9 > $6)) and (r1.name = $7) is not true)
          order by r1.name, r1.id limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and ((r1.text_13 = $8 or (r1.text_13 = $9 and r1.number_9 > $10)) and (r1.name = $11) is not true) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1),
    'nothing', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and false))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
