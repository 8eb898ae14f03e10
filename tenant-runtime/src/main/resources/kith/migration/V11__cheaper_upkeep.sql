-- What a write leaves behind is kept up with fewer entries of indexes.

-- The words of a record in one row. Who takes them away finds them by it, so that search_word needs no second index.
create table search_entry (
    tenant int not null,
    record uuid not null,
    words text[] collate "C" not null,
    primary key (tenant, record)
);
alter table search_word no force row level security;
insert into search_entry (tenant, record, words)
select tenant, record, array_agg(distinct word) from search_word group by tenant, record;
alter table search_word force row level security;
alter table search_word drop constraint search_word_pkey;

alter table search_entry enable row level security;
alter table search_entry force row level security;
create policy search_entry_of_tenant on search_entry using (tenant = nullif(current_setting('kith.tenant', true), '')::int)
    with check (tenant = (select nullif(current_setting('kith.tenant', true), '')::int));
grant select, insert, update, delete on search_entry to ${appRole};

-- Changes are found by their position, or by `written` as long as they have none; nobody looks for their ids.
alter table outbox drop constraint outbox_pkey;

-- Opens a write that is a statement of its own: sets the tenant for row-level security, takes the lock that keeps the
-- catalog, and only then looks, with a snapshot younger than the lock, whether the tenant is as the statement expects it.
create function may_write(own int, catalog_lock int, expected_version bigint, only_active boolean) returns boolean
    language plpgsql volatile as $$
declare
    is_set boolean;
begin
    is_set := set_config('kith.tenant', own::text, true) is not null;
    is_set := pg_advisory_xact_lock_shared(catalog_lock, own) is not null;
    return exists (
        select from "${flyway:defaultSchema}".tenant t
        where t.key = own and t.catalog_version = expected_version and (t.status = 'ACTIVE' or not only_active));
end $$;
revoke all on function may_write(int, int, bigint, boolean) from public;
grant execute on function may_write(int, int, bigint, boolean) to ${appRole};

-- What may be written is asked once a statement, not of each row, where writes leave most rows. (What may be read is a
-- filter that is evaluated once anyhow, for all statements name the tenant.)
do $$
declare
    changed record;
begin
    for changed in
        select c.relname, p.polname from pg_policy p join pg_class c on c.oid = p.polrelid
        where c.relnamespace = '"${flyway:defaultSchema}"'::regnamespace
            and (c.relname in ('record', 'unique_value', 'history', 'outbox', 'search_word')
                or c.relname ~ '^dedicated_[0-9]+$')
    loop
        execute format(
            'alter policy %I on "${flyway:defaultSchema}".%I '
            'with check (tenant = (select nullif(current_setting(''kith.tenant'', true), '''')::int))',
            changed.polname, changed.relname);
    end loop;
end $$;

-- Columns of fixed length come first, for they are quicker to reach.
create or replace function make_dedicated_table(wanted int, columns text[], by_job uuid) returns int
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    own_tenant int := nullif(current_setting('kith.tenant', true), '')::int;
    made int;
    name text;
    short_columns text;
    long_columns text;
begin
    if own_tenant is null or wanted is null or wanted < 2 then
        raise exception 'no such object' using errcode = '22023';
    end if;
    select coalesce(string_agg(format('%I %s, ', c, dedicated_column_type(c)), '' order by c), '')
        into short_columns from unnest(columns) c where c not like 'text%';
    select coalesce(string_agg(format('%I %s, ', c, dedicated_column_type(c)), '' order by length(c), c), '')
        into long_columns from unnest(columns) c where c like 'text%';
    insert into dedicated_table (tenant, object, state, job) values (own_tenant, wanted, 'FILLING', by_job)
        returning number into made;
    name := 'dedicated_' || made;
    execute format(
        'create table %I (tenant int not null check (tenant = %s), id uuid primary key, created_at timestamptz not null, updated_at timestamptz not null, '
        'version int not null, deleted_at timestamptz, owner uuid, %sname text collate "und-x-icu", %s'
        'created_by uuid, updated_by uuid, deletion uuid, record_type uuid, more jsonb, '
        'object int not null check (object = %s))',
        name, own_tenant, short_columns, long_columns, wanted);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Beside the statement's own "tenant = ..." this is a filter that is evaluated once; without the column it would be
    -- evaluated for each row, and PostgreSQL would expect one row in two hundred to pass.
    execute format(
        'create policy of_tenant on %I using (tenant = nullif(current_setting(''kith.tenant'', true), '''')::int) '
        'with check (tenant = (select nullif(current_setting(''kith.tenant'', true), '''')::int))', name);
    execute format('grant select, insert, update, delete on %I to ${appRole}', name);
    return made;
end $$;
