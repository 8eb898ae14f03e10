select json_agg(json_build_object('stage', stage, 'sum', amount, 'count', number))
from (select stage, sum(amount) amount, count(*) number from opportunity group by stage) x;
