json_build_object(
  'account', (select case when r1.object = 2002 then json_build_object(
      '__typename',
      'Contact',
      'email', r1.text_1) when r1.object = 2001 then json_build_object(
      '__typename',
      'Account',
      'name', r1.name,
      'contacts', (select json_build_object(
          'nodes', coalesce(json_agg(json_build_object(
                'name', r2.name)), '[]'::json))
        from (select r2.name
          from record r2
          where r2.tenant = $1 and r2.object = 2002 and r2.deleted_at is null and r2.ref_1 = r1.id
          order by r2.id limit 50) r2)) end
    from record r1
    where r1.tenant = $1 and r1.deleted_at is null and r1.id = $2),
  'notListed', (select case when r3.object = 2002 then json_build_object(
      'id', r3.id) end
    from record r3
    where r3.tenant = $1 and r3.deleted_at is null and r3.id = $3),
  'deleted', (select case when r4.object = 2001 then json_build_object(
      'id', r4.id) end
    from record r4
    where r4.tenant = $1 and r4.deleted_at is null and r4.id = $4),
  'nothing', null)
