json_build_object(
  'byNumber', (select json_build_object(
      'edges', coalesce(json_agg(json_build_object(
            'cursor', translate(encode(convert_to(json_build_array(
                    'obd2a33ec', case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end, r1.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
            'node', json_build_object(
              'galaxies', round(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end, 4)::text))), '[]'::json))
    from (select r1.more, r1.id
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null
      order by case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end desc nulls last, r1.id desc limit 3) r1),
  'byDate', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'audited', r2.more -> '21')), '[]'::json))
    from (select r2.more
      from record r2
      where r2.tenant = $1 and r2.object = 2001 and r2.deleted_at is null
      order by (r2.more ->> '21') collate "C", r2.id limit 2) r2),
  'byMoment', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'lastCall', r3.more -> '22')), '[]'::json))
    from (select r3.more
      from record r3
      where r3.tenant = $1 and r3.object = 2001 and r3.deleted_at is null
      order by (r3.more ->> '22') collate "C", r3.id limit 1) r3),
  'byText', (select json_build_object(
      'nodes', coalesce(json_agg(json_build_object(
            'name', r4.name)), '[]'::json))
    from (select r4.name
      from record r4
      where r4.tenant = $1 and r4.object = 2001 and r4.deleted_at is null
      order by (r4.more ->> '2') collate "und-x-icu", r4.id limit 1) r4),
  'byFlag', (select json_build_object(
      'edges', coalesce(json_agg(json_build_object(
            'cursor', translate(encode(convert_to(json_build_array(
                    'o260f6b72', coalesce((r5.more -> '23' = 'true'::jsonb), false), r5.id)::text, 'UTF8'), 'base64'), E'+/=\n', '-_'),
            'node', json_build_object(
              'vip', coalesce(r5.more -> '23', 'false')))), '[]'::json))
    from (select r5.more, r5.id
      from record r5
      where r5.tenant = $1 and r5.object = 2001 and r5.deleted_at is null
      order by coalesce((r5.more -> '23' = 'true'::jsonb), false) desc, r5.id desc limit 1) r5))
