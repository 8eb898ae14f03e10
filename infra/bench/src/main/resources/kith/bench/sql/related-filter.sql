\set n random(10, 90)
select json_agg(json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'email', c.email, 'created', c.created,
    'account', json_build_object('name', c.account_name, 'revenue', c.account_revenue)))
from (select c.*, a.name account_name, a.revenue account_revenue from contact c join account a on a.id = c.account_id
    where a.industry = 'Tech' and a.revenue > (:n)::numeric * 1000000 order by c.created desc limit 50) c;
