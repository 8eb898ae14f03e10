select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'history', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'by', (select json_build_object(
                      'name', r2.name,
                      'manager', (select json_build_object(
                          'name', r3.name)
                        from record r3
                        where r3.tenant = $3 and r3.id = r2.ref_1 and (r3.object = 1) is true and r3.deleted_at is null),
                      'history', (select json_build_object(
                          'nodes', coalesce(json_agg(json_build_object(
                                'kind', h.kind)) filter (where h.n <= 1), '[]'::json))
                        from (select h.*, row_number() over () as n
                          from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
                            from history h
                            where h.tenant = $3 and h.record = r2.id
                            order by h.version desc limit 2) h) h))
                    from record r2
                    where r2.tenant = $3 and r2.id = h.actor and (r2.object = 1) is true and r2.deleted_at is null))) filter (where h.n <= 1), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id
              order by h.version desc limit 2) h) h))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
