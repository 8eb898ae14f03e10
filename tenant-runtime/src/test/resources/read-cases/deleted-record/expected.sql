json_build_object(
  'account', (select json_build_object(
      'id', r1.id)
    from record r1
    where r1.tenant = $1 and r1.id = $2 and (r1.object = 2001) is true and r1.deleted_at is null))
