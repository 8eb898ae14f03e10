\set n random(59001, 60000)
\set s random(0, 100)
update contact set score = (:s)::int, updated = now()
where id = ('01900003-0000-7000-8000-' || lpad(to_hex((:n)::int), 12, '0'))::uuid
returning json_build_object('id', id, 'score', score);
