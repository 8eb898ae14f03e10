select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'starts', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null and (r1.name >= $4 and r1.name <= $5 and r1.name like $6))),
    'contains', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where r2.name like $7
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100001 and r2.deleted_at is null and r2.name like $8 and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'ends', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (select r3.name
        from record r3
        where r3.tenant = $3 and r3.object = 100001 and r3.deleted_at is null and r3.text_13 like $9
        order by r3.id limit 50) r3),
    'ci', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (select r4.name
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and lower(r4.name) = lower($10 collate "und-x-icu")
        order by r4.id limit 50) r4),
    'many', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name)), '[]'::json))
      from (with w5 as materialized (select r5.name
          from (select r5.name, r5.id
            from record r5
            where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null
            order by r5.name, r5.id limit 2000) r5
          where (lower(r5.name) = lower($11 collate "und-x-icu") or lower(r5.name) = lower($12 collate "und-x-icu"))
          order by r5.name, r5.id limit 50) (select r5.name
          from w5 r5
          where (select count(*)
            from w5) = 50)
        union all (select r5.name
          from record r5
          where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and (lower(r5.name) = lower($13 collate "und-x-icu") or lower(r5.name) = lower($14 collate "und-x-icu")) and (select count(*)
            from w5) < 50
          order by r5.name, r5.id limit 50)) r5)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
