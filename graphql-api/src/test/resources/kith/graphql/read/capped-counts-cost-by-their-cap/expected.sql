select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', json_build_object(
      'cappedCount', (select count(*)
        from (select 1
          from record r1
          where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null limit 9002) c))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
