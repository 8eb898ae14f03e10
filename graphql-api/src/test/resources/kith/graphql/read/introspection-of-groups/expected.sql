select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object() else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
