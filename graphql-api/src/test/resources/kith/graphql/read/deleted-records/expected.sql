select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contacts', (select json_build_object(
        'totalCount', (select count(*)
          from record r1
          where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is not null and r1.deletion is not null),
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'deletedAt', to_char(r1.deleted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'version', r1.version,
              'account', (select json_build_object(
                  'name', r2.name)
                from record r2
                where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null),
              'accountId', r1.ref_1,
              'updatedBy', (select json_build_object(
                  'name', r3.name)
                from record r3
                where r3.tenant = $3 and r3.id = r1.updated_by and (r3.object = 1) is true and r3.deleted_at is null))), '[]'::json))
      from (select r1.name, r1.deleted_at, r1.version, r1.ref_1, r1.updated_by
        from record r1
        where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is not null and r1.deletion is not null
        order by r1.name, r1.id limit 50) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
