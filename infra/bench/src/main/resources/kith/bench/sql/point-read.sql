\set n random(1, 59000)
select json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name, 'email', c.email, 'status', c.status, 'score', c.score,
    'account', (select json_build_object('name', a.name, 'industry', a.industry,
        'opportunities', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'stage', o.stage, 'amount', o.amount, 'closeDate', o.close_date)), '[]')
            from (select * from opportunity o where o.account_id = a.id order by o.created desc limit 5) o))
        from account a where a.id = c.account_id))
from contact c where c.id = ('01900003-0000-7000-8000-' || lpad(to_hex((:n)::int), 12, '0'))::uuid;
