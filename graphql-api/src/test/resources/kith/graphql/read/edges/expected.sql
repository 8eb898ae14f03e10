select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contacts', (select json_build_object(
        'edges', coalesce(json_agg(json_build_object(
              'node', json_build_object(
                'name', r1.name))), '[]'::json))
      from (with w1 as materialized (select r1.name
          from (select r1.name, r1.ref_1, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null
            order by r1.name desc, r1.id desc limit 2000) r1
          where (r1.ref_1 is null) is not true
          order by r1.name desc, r1.id desc limit 50) (select r1.name
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name
          from record r1
          where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is null and (r1.ref_1 is null) is not true and (select count(*)
            from w1) < 50
          order by r1.name desc, r1.id desc limit 50)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
