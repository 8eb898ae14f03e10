with made as (
    insert into tenant (slug, name, status, currency, zone, locale)
    values ('{slug}', 'Company', 'ACTIVE', 'EUR', 'Europe/Berlin', 'en')
    returning key)
insert into record (tenant, object, id, version, name, created_at, updated_at, text_1, text_2, flag_1, flag_2)
select made.key, 1, '0190c0de-0000-7000-8000-000000000001', 1, 'Ada Admin', now(), now(), 'ada@example.test', '{subject}', true, true
from made
