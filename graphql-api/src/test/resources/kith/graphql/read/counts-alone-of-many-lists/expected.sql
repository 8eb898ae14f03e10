select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'open', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.text_13 = $4)),
    'capped', json_build_object(
      'cappedCount', (select count(*)
        from (select 1
          from record r2
          where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null limit 6) c)),
    'notCapped', json_build_object(
      'cappedCount', (select count(*)
        from (select 1
          from record r3
          where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null limit 13) c)),
    'accounts', json_build_object(
      'totalCount', (select count(*)
        from record r4
        where r4.tenant = $3 and r4.object = 100000 and r4.deleted_at is null))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
