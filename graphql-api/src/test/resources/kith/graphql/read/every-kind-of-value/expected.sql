select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'accounts', (select json_build_object(
        'nodes', coalesce(json_agg(json_build_object(
              'externalKey', r1.text_1,
              'industry', r1.text_13,
              'markets', coalesce(r1.more -> '1', '[]'),
              'revenue', (r1.number_9 * 0.01)::text,
              'revenueCurrency', case when r1.number_9 is not null then 'EUR' end,
              'employees', r1.number_10,
              'score', round(case when jsonb_typeof(r1.more -> '2') = 'number' then (r1.more -> '2')::numeric end, 10)::text,
              'discount', (r1.number_11 * 0.01)::text,
              'founded', r1.date_6,
              'lastVisit', to_char(r1.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'isPartner', coalesce(r1.flag_3, false),
              'website', r1.text_14,
              'notes', r1.more -> '3',
              'rating', r1.text_15,
              'createdAt', to_char(r1.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              'deletedAt', to_char(r1.deleted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]'::json))
      from (select r1.text_1, r1.text_13, r1.more, r1.number_9, r1.number_10, r1.number_11, r1.date_6, r1.time_4, r1.flag_3, r1.text_14, r1.text_15, r1.created_at, r1.deleted_at
        from record r1
        where r1.tenant = $3 and r1.object = 100000 and r1.deleted_at is null
        order by r1.name, r1.id limit 50) r1)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
