select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'tag', (select json_build_object(
        'name', r1.name,
        'history', (select json_build_object(
            'totalCount', (select count(*)
              from history h
              where h.tenant = $3 and h.record = r1.id),
            'nodes', coalesce(json_agg(json_build_object(
                  'kind', h.kind)) filter (where h.n <= 50), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id
              order by h.version desc limit 51) h) h))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100002) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
