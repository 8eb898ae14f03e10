\set n random(1, 10)
select json_agg(json_build_object('id', a.id, 'name', a.name, 'industry', a.industry, 'revenue', a.revenue,
    'contacts', (select coalesce(json_agg(json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'email', c.email)), '[]')
        from (select * from contact c where c.account_id = a.id order by c.created limit 5) c),
    'opportunities', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'stage', o.stage, 'amount', o.amount)), '[]')
        from (select * from opportunity o where o.account_id = a.id order by o.created limit 5) o),
    'activities', (select count(*) from activity t where t.account_id = a.id)))
from (select * from account
    where industry = (array['Tech', 'Finance', 'Retail', 'Health', 'Energy', 'Media', 'Transport', 'Education', 'Public', 'Food'])[(:n)::int]
    order by name, id limit 20) a;
