select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'low', json_build_object(
      'totalCount', (select count(*)
        from record r1
        where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end >= $4)),
    'high', json_build_object(
      'totalCount', (select count(*)
        from record r2
        where r2.tenant = $3 and r2.object = 100005 and r2.deleted_at is null and case when jsonb_typeof(r2.more -> '1') = 'number' then (r2.more -> '1')::numeric end < $5))) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
