select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'id', r1.id,
        'name', r1.name,
        'version', r1.version,
        'createdAt', to_char(r1.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'updatedAt', to_char(r1.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'deletedAt', to_char(r1.deleted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'ownerId', r1.owner,
        'owner', (select json_build_object(
            'name', r2.name)
          from record r2
          where r2.tenant = $3 and r2.id = r1.owner and (r2.object = 1) is true and r2.deleted_at is null),
        'createdById', r1.created_by,
        'createdBy', (select json_build_object(
            'name', r3.name)
          from record r3
          where r3.tenant = $3 and r3.id = r1.created_by and (r3.object = 1) is true and r3.deleted_at is null),
        'updatedById', r1.updated_by,
        'updatedBy', (select json_build_object(
            'email', r4.text_1)
          from record r4
          where r4.tenant = $3 and r4.id = r1.updated_by and (r4.object = 1) is true and r4.deleted_at is null))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
