select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'name', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name)), '[]'::json))
      from (select r1.name
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null
        order by r1.name desc, r1.id desc limit 3) r1),
    'stage', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name,
              'stage', r2.text_13)), '[]'::json))
      from (select r2.name, r2.text_13
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null
        order by r2.text_13, r2.name, r2.id limit 4) r2),
    'amount', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'amount', (r3.number_9 * 0.01)::text)), '[]'::json))
      from (select r3.name, r3.number_9
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null
        order by r3.number_9, r3.id limit 3) r3),
    'weight', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r4.name,
              'weight', round(case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end, 4)::text)), '[]'::json))
      from (select r4.name, r4.more
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null
        order by case when jsonb_typeof(r4.more -> '1') = 'number' then (r4.more -> '1')::numeric end desc nulls last, r4.id desc limit 3) r4),
    'closeDate', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'closeDate', r5.date_6)), '[]'::json))
      from (select r5.name, r5.date_6
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null
        order by r5.date_6 desc nulls last, r5.id desc limit 3) r5),
    'signedAt', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r6.name,
              'signedAt', to_char(r6.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r6.name, r6.time_4
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null
        order by r6.time_4, r6.id limit 3) r6),
    'isRenewal', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r7.name,
              'isRenewal', coalesce(r7.flag_3, false))), '[]'::json))
      from (select r7.name, r7.flag_3
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null
        order by coalesce(r7.flag_3, false) desc, r7.name, r7.id limit 5) r7),
    'reference', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'reference', r8.text_14)), '[]'::json))
      from (select r8.text_14
        from record r8
        where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null
        order by r8.text_14 desc, r8.id desc limit 2) r8),
    'id', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name)), '[]'::json))
      from (select r9.name
        from record r9
        where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null
        order by r9.id desc, r9.id desc limit 2) r9),
    'version', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r10.name,
              'version', r10.version)), '[]'::json))
      from (select r10.name, r10.version
        from record r10
        where r10.tenant = $3 and r10.object = 100005 and r10.deleted_at is null
        order by r10.version desc, r10.id desc limit 2) r10)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
