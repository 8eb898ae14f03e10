select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'history', (select json_build_object(
            'totalCount', (select count(*)
              from history h
              where h.tenant = $3 and h.record = r1.id),
            'pageInfo', json_build_object(
              'hasNextPage', count(*) > 50,
              'hasPreviousPage', false,
              'startCursor', max(h.version) filter (where h.n <= 50)::text,
              'endCursor', min(h.version) filter (where h.n <= 50)::text),
            'nodes', coalesce(json_agg(json_build_object(
                  'version', h.version,
                  'at', to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                  'kind', h.kind,
                  'origin', h.origin,
                  'by', (select json_build_object(
                      'name', r2.name)
                    from record r2
                    where r2.tenant = $3 and r2.id = h.actor and (r2.object = 1) is true and r2.deleted_at is null),
                  'changes', coalesce((select json_agg(json_build_object(
                          'field', f.name,
                          'label', f.label,
                          'before', c.value -> 0,
                          'after', c.value -> 1)
                        order by f.n)
                      from jsonb_each(h.changes) c (id, value)
                      join unnest($4::text[], $5::text[], $6::text[]) with ordinality f (id, name, label, n) on f.id = c.id), '[]'::json))) filter (where h.n <= 50), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id
              order by h.version desc limit 51) h) h))
      from record r1
      where r1.tenant = $3 and r1.id = $7 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
