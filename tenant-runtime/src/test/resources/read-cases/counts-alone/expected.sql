json_build_object(
  'accounts', json_build_object(
    'totalCount', (select count(*)
      from record r1
      where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.text_1 = $2),
    'cappedCount', (select count(*)
      from (select 1
        from record r1
        where r1.tenant = $1 and r1.object = 2001 and r1.deleted_at is null and r1.text_1 = $2 limit 2) c),
    '__typename', 'AccountConnection'))
