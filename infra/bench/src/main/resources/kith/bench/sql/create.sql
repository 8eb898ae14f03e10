\set n random(100000, 1000000000)
\set a random(1, 20000)
\set o random(1, 50)
insert into contact (account_id, owner_id, first_name, last_name, email, phone, title, status, score)
values (('01900002-0000-7000-8000-' || lpad(to_hex((:a)::int), 12, '0'))::uuid, ('01900001-0000-7000-8000-' || lpad(to_hex((:o)::int), 12, '0'))::uuid,
    'New' || (:n)::text, 'Made' || (:n)::text, 'n' || (:n)::text || '@example.test', '+49 30 ' || (:n)::text, 'Title ' || (:o)::text, 'new', 50)
returning json_build_object('id', id, 'lastName', last_name, 'created', created);
