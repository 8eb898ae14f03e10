select case when set_config('kith.tenant', $1::text, true) is not null then (
  select case when t.status = 'ACTIVE' and t.catalog_version = $2 then json_build_object(
    'account', (select json_build_object(
        'invoices', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'name', r2.name,
                  'total', (r2.number_9 * 0.01)::text,
                  'lines', (select json_build_object(
                      'nodes', coalesce(json_agg(json_build_object(
                            'number', r3.text_13,
                            'name', r3.name,
                            'amount', (r3.number_9 * 0.01)::text,
                            'invoice', (select json_build_object(
                                'account', (select json_build_object(
                                    'name', r5.name)
                                  from record r5
                                  where r5.tenant = $3 and r5.id = r4.ref_1 and (r5.object = 100000) is true and r5.deleted_at is null))
                              from record r4
                              where r4.tenant = $3 and r4.id = r3.ref_1 and (r4.object = 100003) is true and r4.deleted_at is null))), '[]'::json))
                    from (select r3.text_13, r3.name, r3.number_9, r3.ref_1
                      from record r3
                      where r3.tenant = $3 and r3.object = 100004 and r3.deleted_at is null and r3.ref_1 = r2.id
                      order by r3.text_13, r3.id limit 50) r3))), '[]'::json))
          from (select r2.name, r2.number_9, r2.id
            from record r2
            where r2.tenant = $3 and r2.object = 100003 and r2.deleted_at is null and r2.ref_1 = r1.id
            order by r2.name, r2.id limit 50) r2),
        'subsidiaries', (select json_build_object(
            'nodes', coalesce(json_agg(json_build_object(
                  'name', r6.name)), '[]'::json))
          from (select r6.name
            from record r6
            where r6.tenant = $3 and r6.object = 100000 and r6.deleted_at is null and r6.ref_1 = r1.id
            order by r6.id limit 50) r6))
      from record r1
      where r1.tenant = $3 and r1.id = $4 and (r1.object = 100000) is true and r1.deleted_at is null)) else to_json(t.status || ' ' || t.catalog_version) end
  from tenant t
  where t.key = $1) end
