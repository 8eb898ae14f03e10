json_build_object(
  'accounts', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name,
            'revenue', (r1.number_1 * 0.01)::text)), '[]'::json))
    from (select r1.name, r1.number_1
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.number_1 >= $2 and r1.number_1 is not null
      order by r1.number_1 desc, r1.id desc limit 50) r1))
