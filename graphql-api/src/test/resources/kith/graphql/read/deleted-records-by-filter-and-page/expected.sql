select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'contacts', (select json_build_object(
        'cappedCount', (select count(*)
          from (select 1
            from record r1
            where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is not null and r1.deletion is not null and ((r1.name >= $4 and r1.name <= $5 and r1.name like $6) and (r1.deleted_at >= $7 and r1.deleted_at < $8)) limit 1001) c),
        'pageInfo', json_build_object(
          'hasNextPage', count(*) > 1,
          'hasPreviousPage', false),
        'nodes', coalesce(json_agg(json_build_object(
              'name', r1.name,
              'history', (select json_build_object(
                  'nodes', coalesce(json_agg(json_build_object(
                        'kind', h.kind)) filter (where h.n <= 1), '[]'::json))
                from (select h.*, row_number() over () as n
                  from (select h.version, h.at, h.actor, h.kind, h.origin, h.changes
                    from history h
                    where h.tenant = $3 and h.record = r1.id
                    order by h.version desc limit 2) h) h))) filter (where r1.n <= 1), '[]'::json))
      from (select r1.name, r1.id, row_number() over () as n
        from (select r1.name, r1.id
          from record r1
          where r1.tenant = $3 and r1.object = 100001 and r1.deleted_at is not null and r1.deletion is not null and ((r1.name >= $4 and r1.name <= $5 and r1.name like $6) and (r1.deleted_at >= $7 and r1.deleted_at < $8))
          order by r1.deleted_at desc, r1.id desc limit 2) r1) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
