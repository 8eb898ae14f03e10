json_build_object(
  'accounts', (select coalesce(json_agg(case when r1.id is not null then json_build_object(
          'id', r1.id,
          'name', r1.name) end
        order by k.n), '[]'::json)
    from unnest((select $1::uuid[])) with ordinality k (id, n)
    left join record r1 on r1.tenant = $2 and r1.id = k.id and (r1.object = 2001) is true and r1.deleted_at is null),
  'deleted', (select coalesce(json_agg(case when r2.id is not null then json_build_object(
          'name', r2.name,
          'deletedAt', to_char(r2.deleted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end
        order by k.n), '[]'::json)
    from unnest((select $3::uuid[])) with ordinality k (id, n)
    left join record r2 on r2.tenant = $2 and r2.id = k.id and (r2.object = 2001) is true),
  'none', (select coalesce(json_agg(case when r3.id is not null then json_build_object(
          'name', r3.name) end
        order by k.n), '[]'::json)
    from unnest((select $4::uuid[])) with ordinality k (id, n)
    left join record r3 on r3.tenant = $2 and r3.id = k.id and (r3.object = 2001) is true and r3.deleted_at is null))
