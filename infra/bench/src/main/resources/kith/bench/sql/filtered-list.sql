\set n random(1, 8)
select json_agg(json_build_object('id', o.id, 'name', o.name, 'amount', o.amount, 'closeDate', o.close_date,
    'account', (select json_build_object('name', a.name) from account a where a.id = o.account_id),
    'owner', (select json_build_object('name', w.name) from app_user w where w.id = o.owner_id)))
from (select * from opportunity
    where stage = (array['prospect', 'qualify', 'analysis', 'proposal', 'negotiation', 'review', 'won', 'lost'])[(:n)::int]
    order by close_date desc, id limit 50) o;
