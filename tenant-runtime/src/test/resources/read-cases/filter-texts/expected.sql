json_build_object(
  'eq', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.name = $2
      order by r1.id limit 50) r1),
  'eqCi', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and lower(r2.name) = lower($3 collate "und-x-icu")
      order by r2.id limit 50) r2),
  'umlaut', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name)), '[]'::json))
    from (select r3.name
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and lower(r3.name) = lower($4 collate "und-x-icu")
      order by r3.id limit 50) r3),
  'contains', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and r4.name like $5
      order by r4.id limit 50) r4),
  'containsCi', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and lower(r5.name) like lower($6 collate "und-x-icu")
      order by r5.id limit 50) r5),
  'startsWith', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r6.name)), '[]'::json))
    from (select r6.name
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null and (r6.name >= $7 and r6.name <= $8 and r6.name like $9)
      order by r6.id limit 50) r6),
  'startsWithCi', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r7.name)), '[]'::json))
    from (select r7.name
      from record r7
      where r7.tenant = $1 and r7.object = 2001 and r7.deleted_at is null and (r7.name >= $10 and r7.name <= $11 and lower(r7.name) like lower($12 collate "und-x-icu"))
      order by r7.id limit 50) r7),
  'startsWithUmlaut', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r8.name)), '[]'::json))
    from (select r8.name
      from record r8
      where r8.tenant = $1 and r8.object = 2001 and r8.deleted_at is null and (r8.name >= $13 and r8.name <= $14 and lower(r8.name) like lower($15 collate "und-x-icu"))
      order by r8.id limit 50) r8),
  'endsWith', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r9.name)), '[]'::json))
    from (select r9.name
      from record r9
      where r9.tenant = $1 and r9.object = 2001 and r9.deleted_at is null and r9.name like $16
      order by r9.id limit 50) r9),
  'endsWithCi', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r10.name)), '[]'::json))
    from (select r10.name
      from record r10
      where r10.tenant = $1 and r10.object = 2001 and r10.deleted_at is null and lower(r10.name) like lower($17 collate "und-x-icu")
      order by r10.id limit 50) r10),
  'between', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r11.name)), '[]'::json))
    from (select r11.name
      from record r11
      where r11.tenant = $1 and r11.object = 2001 and r11.deleted_at is null and (r11.name >= $18 and r11.name < $19)
      order by r11.id limit 50) r11),
  'oneOf', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r12.name)), '[]'::json))
    from (select r12.name
      from record r12
      where r12.tenant = $1 and r12.object = 2001 and r12.deleted_at is null and r12.name = any ($20)
      order by r12.id limit 50) r12),
  'noText', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r13.name)), '[]'::json))
    from (select r13.name
      from record r13
      where r13.tenant = $1 and r13.object = 2001 and r13.deleted_at is null and false
      order by r13.id limit 50) r13))
