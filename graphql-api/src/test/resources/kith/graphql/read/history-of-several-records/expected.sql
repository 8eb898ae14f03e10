select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deals', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'history', (select json_build_object(
                  '__typename',
                  'HistoryConnection',
                  'nodes', coalesce(json_agg(json_build_object(
                        '__typename',
                        'HistoryEntry',
                        'kind', h.kind,
                        'by', (select json_build_object(
                            '__typename',
                            'User',
                            'id', r2.id)
                          from record r2
                          where r2.tenant = $3 and r2.id = h.actor and (r2.object = 1) is true and r2.deleted_at is null),
                        'changes', coalesce((select json_agg(json_build_object(
                                '__typename', 'FieldChange')
                              order by f.n)
                            from jsonb_each(h.changes) c (id, value)
                            join unnest($4::text[], $5::text[], $6::text[]) with ordinality f (id, name, label, n) on f.id = c.id), '[]'::json))) filter (where h.n <= 1), '[]'::json))
                from (select h.*, row_number() over () as n
                  from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
                    from history h
                    where h.tenant = $3 and h.record = r1.id
                    order by h.version desc limit 2) h) h))), '[]'::json))
      from (with w1 as materialized (select r1.name, r1.id
          from (select r1.name, r1.id
            from record r1
            where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and (select count(*)
              from (select 1
                from record r3
                where r3.tenant = $3 and r3.object = 100005 and r3.deleted_at is null and r3.name = any ($7) limit 100) s) = 100
            order by r1.name, r1.id limit 2000) r1
          where r1.name = any ($8)
          order by r1.name, r1.id limit 50) (select r1.name, r1.id
          from w1 r1
          where (select count(*)
            from w1) = 50)
        union all (select r1.name, r1.id
          from record r1
          where r1.tenant = $3 and r1.object = 100005 and r1.deleted_at is null and r1.name = any ($9) and (select count(*)
            from w1) < 50
          order by r1.name, r1.id limit 50)) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
