select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eqCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null and lower(r1.name) = lower($4 collate "und-x-icu")
        order by r1.id limit 50) r1),
    'neCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name)), '[]'::json))
      from (with w2 as materialized (select r2.name
          from (select r2.name, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where (lower(r2.name) = lower($5 collate "und-x-icu")) is not true
          order by r2.name, r2.id limit 50) (select r2.name
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name
          from record r2
          where r2.tenant = $3 and r2.object = 100000 and r2.deleted_at is null and (lower(r2.name) = lower($6 collate "und-x-icu")) is not true and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2),
    'inCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name)), '[]'::json))
      from (with w3 as materialized (select r3.name
          from (select r3.name, r3.id
            from record r3
            where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null
            order by r3.name, r3.id limit 2000) r3
          where (lower(r3.name) = lower($7 collate "und-x-icu") or lower(r3.name) = lower($8 collate "und-x-icu"))
          order by r3.name, r3.id limit 50) (select r3.name
          from w3 r3
          where (select count(*)
            from w3) = 50)
        union all (select r3.name
          from record r3
          where r3.tenant = $3 and r3.object = 100000 and r3.deleted_at is null and (lower(r3.name) = lower($9 collate "und-x-icu") or lower(r3.name) = lower($10 collate "und-x-icu")) and (select count(*)
            from w3) < 50
          order by r3.name, r3.id limit 50)) r3),
    'notInCi', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name)), '[]'::json))
      from (with w4 as materialized (select r4.name
          from (select r4.name, r4.id
            from record r4
            where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null
            order by r4.name, r4.id limit 2000) r4
          where (lower(r4.name) = lower($11 collate "und-x-icu") or lower(r4.name) = lower($12 collate "und-x-icu")) is not true
          order by r4.name, r4.id limit 50) (select r4.name
          from w4 r4
          where (select count(*)
            from w4) = 50)
        union all (select r4.name
          from record r4
          where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null and (lower(r4.name) = lower($13 collate "und-x-icu") or lower(r4.name) = lower($14 collate "und-x-icu")) is not true and (select count(*)
            from w4) < 50
          order by r4.name, r4.id limit 50)) r4),
    'umlaut', json_build_object(
      'totalCount', (select count(*)
        from record r5
        where r5.tenant = $3 and r5.object = 100000 and r5.deleted_at is null and lower(r5.name) like lower($15 collate "und-x-icu")))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
