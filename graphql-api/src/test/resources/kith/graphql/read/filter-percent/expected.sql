select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'eq', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'probability', (r1.number_11 * 0.01)::text)), '[]'::json))
      from (select r1.name, r1.number_11
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.number_11 = $4
        order by r1.id limit 50) r1),
    'gt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name,
              'probability', (r2.number_11 * 0.01)::text)), '[]'::json))
      from (with w2 as materialized (select r2.name, r2.number_11
          from (select r2.name, r2.number_11, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
            order by r2.name, r2.id limit 2000) r2
          where (r2.number_11 > $5 and r2.number_11 < $6)
          order by r2.name, r2.id limit 50) (select r2.name, r2.number_11
          from w2 r2
          where (select count(*)
            from w2) = 50)
        union all (select r2.name, r2.number_11
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.number_11 > $7 and r2.number_11 < $8) and (select count(*)
            from w2) < 50
          order by r2.name, r2.id limit 50)) r2)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
