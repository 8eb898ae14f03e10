select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contains', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and (r1.more ->> '3') collate "und-x-icu" like $4
        order by r1.id limit 50) r1),
    'startsWithCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (select r2.name
        from record r2
        where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and lower((r2.more ->> '3') collate "und-x-icu") like lower($5 collate "und-x-icu")
        order by r2.id limit 50) r2),
    'missing', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.more, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where (r3.more ->> '3') collate "und-x-icu" is null
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (r3.more ->> '3') collate "und-x-icu" is null and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
