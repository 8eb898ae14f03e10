-- tenants
insert into tenant (slug, name, status, currency, zone, locale, catalog_version, next_object_key, catalog_fingerprint)
select 'company-' || lpad(n::text, 5, '0'), 'Company ' || n, t.status, t.currency, t.zone, t.locale, t.catalog_version, t.next_object_key,
    case when t.slug = 'plain-0' then t.catalog_fingerprint end
from generate_series(1, {count}) n
join tenant t on t.slug = case when n % 10 = 0 then 'custom-0' else 'plain-0' end;

-- components that all have
insert into component (tenant, id, kind, position, document)
select copy.key, c.id, c.kind, c.position, c.document
from tenant copy
cross join component c
where copy.slug like 'company-%' and c.tenant = (select key from tenant where slug = 'plain-0');

-- components of the customized ones alone
insert into component (tenant, id, kind, position, document)
select copy.key, own.id, c.kind, c.position,
    jsonb_set(replace(c.document::text, '{mark}', 'T' || right(copy.slug, 5))::jsonb, '{id}', to_jsonb(own.id))
from tenant copy
cross join component c
cross join lateral (select md5(c.id::text || copy.slug)::uuid as id) own
where copy.slug like 'company-%0' and c.tenant = (select key from tenant where slug = 'custom-0')
    and not exists (
        select from component p
        where p.tenant = (select key from tenant where slug = 'plain-0')
            and p.document ->> 'name' = c.document ->> 'name'
            and p.document ->> 'object' is not distinct from c.document ->> 'object');

-- records
insert into record (tenant, {columns})
select copy.key, {columns}
from (select key from tenant where slug like 'company-%') copy
cross join (select * from record where tenant = (select key from tenant where slug = 'plain-0') order by object, id) r
order by copy.key, r.object, r.id;

-- streams of changes
insert into stream (tenant) select key from tenant where slug like 'company-%';

-- statistics
vacuum (analyze) record, component, tenant;
