select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'deal', (select json_build_object(
        'name', r1.name,
        'stage', r1.text_13,
        'amount', (r1.number_9 * 0.01)::text,
        'amountCurrency', case when r1.number_9 is not null then 'EUR' end,
        'quantity', r1.number_10,
        'weight', round(case when jsonb_typeof(r1.more -> '1') = 'number' then (r1.more -> '1')::numeric end, 4)::text,
        'probability', (r1.number_11 * 0.01)::text,
        'closeDate', r1.date_6,
        'signedAt', to_char(r1.time_4 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'isRenewal', coalesce(r1.flag_3, false),
        'regions', coalesce(r1.more -> '2', '[]'),
        'account', (select json_build_object(
            'name', r2.name)
          from record r2
          where r2.tenant = $3 and r2.id = r1.ref_1 and (r2.object = 100000) is true and r2.deleted_at is null),
        'accountId', r1.ref_1,
        'lead', (select json_build_object(
            'name', r3.name)
          from record r3
          where r3.tenant = $3 and r3.id = r1.ref_2 and (r3.object = 100001) is true and r3.deleted_at is null))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100005) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
