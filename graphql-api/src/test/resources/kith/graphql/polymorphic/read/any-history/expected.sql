select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'visit', (select json_build_object(
        'history', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'kind', h.kind,
                  'changes', coalesce((select json_agg(json_build_object(
                          'field', f.name,
                          'label', f.label,
                          'before', c.value -> 0,
                          'after', c.value -> 1)
                        order by f.n)
                      from jsonb_each(h.changes) c (id, value)
                      join unnest($3::text[], $4::text[], $5::text[]) with ordinality f (id, name, label, n) on f.id = c.id), '[]'::json))) filter (where h.n <= 50), '[]'::json))
          from (select h.*, row_number() over () as n
            from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
              from history h
              where h.tenant = $6 and h.record = r1.id
              order by h.version desc limit 51) h) h))
      from record r1
      where r1.tenant = $6 and r1.id = $7 and (r1.object = 100006) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
