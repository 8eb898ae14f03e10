select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'thisWeek', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'closeDate', r1.date_6)), '[]'::json))
      from (select r1.name, r1.date_6
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (r1.date_6 >= $4 and r1.date_6 < $5)
        order by r1.date_6, r1.id limit 50) r1),
    'nextWeek', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r2.name,
              'closeDate', r2.date_6)), '[]'::json))
      from (select r2.name, r2.date_6
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and (r2.date_6 >= $6 and r2.date_6 < $7)
        order by r2.id limit 50) r2),
    'lastMonth', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r3.name,
              'closeDate', r3.date_6)), '[]'::json))
      from (select r3.name, r3.date_6
        from record r3
        where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and (r3.date_6 >= $8 and r3.date_6 < $9)
        order by r3.id limit 50) r3),
    'thisQuarter', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100005 and r4.deleted_at is null and (r4.date_6 >= $10 and r4.date_6 < $11))),
    'lastQuarter', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r5.name,
              'closeDate', r5.date_6)), '[]'::json))
      from (select r5.name, r5.date_6
        from record r5
        where r5.tenant = $3 and r5.object = 100005 and r5.deleted_at is null and (r5.date_6 >= $12 and r5.date_6 < $13)
        order by r5.id limit 50) r5),
    'last2Quarters', json_build_object(
      'totalCount', (select count(*)
        from record r6
        where r6.tenant = $3 and r6.object = 100005 and r6.deleted_at is null and (r6.date_6 >= $14 and r6.date_6 < $15))),
    'thisYear', json_build_object(
      'totalCount', (select count(*)
        from record r7
        where r7.tenant = $3 and r7.object = 100005 and r7.deleted_at is null and (r7.date_6 >= $16 and r7.date_6 < $17))),
    'lastYear', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r8.name,
              'closeDate', r8.date_6)), '[]'::json))
      from (select r8.name, r8.date_6
        from record r8
        where r8.tenant = $3 and r8.object = 100005 and r8.deleted_at is null and (r8.date_6 >= $18 and r8.date_6 < $19)
        order by r8.id limit 50) r8),
    'last2Years', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r9.name,
              'closeDate', r9.date_6)), '[]'::json))
      from (select r9.name, r9.date_6
        from record r9
        where r9.tenant = $3 and r9.object = 100005 and r9.deleted_at is null and (r9.date_6 >= $20 and r9.date_6 < $21)
        order by r9.date_6, r9.id limit 50) r9)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
