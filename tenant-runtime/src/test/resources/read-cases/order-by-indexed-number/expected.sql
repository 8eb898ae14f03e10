json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'revenue', (r1.number_1 * 0.01)::text)), '[]'::json))
    from ((select r1.name, r1.number_1
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.number_1 is not null
        order by r1.number_1, r1.id limit 50)
      union all (select r1.name, r1.number_1
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.number_1 is null
        order by r1.id limit 50) limit 50) r1),
  'descending', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name,
            'revenue', (r2.number_1 * 0.01)::text)), '[]'::json))
    from ((select r2.name, r2.number_1
        from record r2
        where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.number_1 is not null
        order by r2.number_1 desc, r2.id desc limit 3)
      union all (select r2.name, r2.number_1
        from record r2
        where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and r2.number_1 is null
        order by r2.id desc limit 3) limit 3) r2),
  'nullsFirst', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name,
            'revenue', (r3.number_1 * 0.01)::text)), '[]'::json))
    from ((select r3.name, r3.number_1
        from record r3
        where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and r3.number_1 is null
        order by r3.id limit 3)
      union all (select r3.name, r3.number_1
        from record r3
        where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and r3.number_1 is not null
        order by r3.number_1, r3.id limit 3) limit 3) r3))
