json_build_object(
  'number', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r1.name)), '[]'::json))
    from (select r1.name
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end > $2
      order by r1.id limit 50) r1),
  'numberOneOf', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r2.name)), '[]'::json))
    from (select r2.name
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null and case when jsonb_typeof(r2.more -> '1') = 'number' then (r2.more -> '1')::numeric end = any ($3)
      order by r2.id limit 50) r2),
  'int', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r3.name,
            'stars', r3.more -> '20')), '[]'::json))
    from (select r3.name, r3.more
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null and case when jsonb_typeof(r3.more -> '20') = 'number' then (r3.more -> '20')::numeric end <= $4
      order by r3.id limit 50) r3),
  'date', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null and (r4.more ->> '21') collate "C" >= $5
      order by r4.id limit 50) r4),
  'dateOneOf', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r5.name)), '[]'::json))
    from (select r5.name
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null and (r5.more ->> '21') collate "C" = any ($6)
      order by r5.id limit 50) r5),
  'moment', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r6.name)), '[]'::json))
    from (select r6.name
      from record r6
      where r6.tenant = $1 and r6.object = 2001 and r6.deleted_at is null and (r6.more ->> '22') collate "C" < $7
      order by r6.id limit 50) r6),
  'flag', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r7.name)), '[]'::json))
    from (select r7.name
      from record r7
      where r7.tenant = $1 and r7.object = 2001 and r7.deleted_at is null and (r7.more -> '23' = 'true'::jsonb)
      order by r7.id limit 50) r7),
  'text', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r8.name)), '[]'::json))
    from (select r8.name
      from record r8
      where r8.tenant = $1 and r8.object = 2001 and r8.deleted_at is null and lower((r8.more ->> '2') collate "und-x-icu") like lower($8 collate "und-x-icu")
      order by r8.id limit 50) r8),
  'missing', json_build_object(
    'totalCount', (select count(*)
      from record r9
      where r9.tenant = $1 and r9.object = 2001 and r9.deleted_at is null and (r9.more ->> '2') collate "und-x-icu" is null)))
