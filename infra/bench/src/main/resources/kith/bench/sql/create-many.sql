with made as (
    insert into contact (account_id, owner_id, first_name, last_name, email, phone, title, status, score)
    select account_id, owner_id, first_name, last_name, email, phone, title, status, score
    from json_populate_recordset(null::contact_new, '{contacts}')
    returning id)
select json_agg(json_build_object('id', id)) from made;
