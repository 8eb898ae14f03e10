select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'first', (select json_build_object(
            'pageInfo', json_build_object(
              'hasNextPage', count(*) > 2,
              'endCursor', min(h.version) filter (where h.n <= 2)::text),
            'edges', coalesce(json_agg(json_build_object(
                  'cursor', h.version::text,
                  'node', json_build_object(
                    'kind', h.kind,
                    'version', h.version))) filter (where h.n <= 2), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id
              order by h.version desc limit 3) h) h),
        'second', (select json_build_object(
            'pageInfo', json_build_object(
              'hasNextPage', count(*) > 2,
              'hasPreviousPage', true,
              'startCursor', max(h.version) filter (where h.n <= 2)::text,
              'endCursor', min(h.version) filter (where h.n <= 2)::text),
            'nodes', coalesce(json_agg(json_build_object(
                  'kind', h.kind,
                  'version', h.version)) filter (where h.n <= 2), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id and h.version < $4
              order by h.version desc limit 3) h) h),
        'beyond', (select json_build_object(
            'totalCount', (select count(*)
              from history h
              where h.tenant = $3 and h.record = r1.id),
            'pageInfo', json_build_object(
              'hasNextPage', count(*) > 2,
              'startCursor', max(h.version) filter (where h.n <= 2)::text),
            'nodes', coalesce(json_agg(json_build_object(
                  'kind', h.kind)) filter (where h.n <= 2), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $3 and h.record = r1.id and h.version < $5
              order by h.version desc limit 3) h) h))
      from record r1
      where r1.tenant = $3 and r1.id = $6 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
