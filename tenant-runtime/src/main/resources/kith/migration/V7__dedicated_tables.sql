-- An object of one tenant may have a table of its own. Such tables are made, changed and dropped by the functions below
-- alone: they run as the owner, find the table by the tenant of the transaction and the object, and take nothing but
-- numbers and names of columns of a known form. ${appRole} owns none of it.

create table dedicated_table (
    tenant int not null,
    object int not null,
    -- its name is dedicated_<number>
    number int generated always as identity unique,
    state text collate "C" not null check (state in ('FILLING', 'LIVE', 'LEAVING', 'LEFT')),
    -- the job that is at work on it
    job uuid,
    -- those that were asked for: [["<field id>", ...], ...]
    indexes jsonb not null default '[]',
    primary key (tenant, object)
);

-- Which records were written while they are being copied to another table.
create table move_note (
    tenant int not null,
    object int not null,
    number bigint generated always as identity,
    record uuid not null,
    primary key (tenant, object, number)
);

-- A job that made something else than records takes it back before it ends without success.
alter table work add column leaves_traces boolean not null default false;

alter table dedicated_table enable row level security;
alter table dedicated_table force row level security;
create policy dedicated_table_of_tenant on dedicated_table using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table move_note enable row level security;
alter table move_note force row level security;
create policy move_note_of_tenant on move_note using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, update (state, job, indexes) on dedicated_table to ${appRole};
grant select, insert, delete on move_note to ${appRole};

-- The type of a column of that name, as in the shared table.
create function dedicated_column_type(name text) returns text
    language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
    kind text := substring(name from '^(text|number|date|time|flag|ref)_[1-9][0-9]{0,3}$');
begin
    if kind is null then
        raise exception 'not the name of a slot' using errcode = '22023';
    end if;
    return case kind
        when 'text' then 'text collate "und-x-icu"'
        when 'number' then 'bigint'
        when 'date' then 'date'
        when 'time' then 'timestamptz'
        when 'flag' then 'boolean'
        when 'ref' then 'uuid'
    end;
end $$;

-- The table of an object of the transaction's tenant; null if it has none.
create function dedicated_table_of(wanted int) returns text
    language sql stable set search_path = "${flyway:defaultSchema}", pg_temp as $$
    select 'dedicated_' || d.number from dedicated_table d
    where d.tenant = nullif(current_setting('kith.tenant', true), '')::int and d.object = wanted
$$;

-- Columns of fixed length come first, for they are quicker to reach.
create function make_dedicated_table(wanted int, columns text[], by_job uuid) returns int
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
        'create policy of_tenant on %I using (tenant = nullif(current_setting(''kith.tenant'', true), '''')::int)', name);
    execute format('grant select, insert, update, delete on %I to ${appRole}', name);
    return made;
end $$;

create function extend_dedicated_table(wanted int, columns text[]) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
    c text;
begin
    if name is not null then
        foreach c in array columns loop
            execute format('alter table %I add column if not exists %I %s', name, c, dedicated_column_type(c));
        end loop;
    end if;
end $$;

create function narrow_dedicated_table(wanted int, columns text[]) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
    c text;
begin
    if name is not null then
        foreach c in array columns loop
            perform dedicated_column_type(c);
            execute format('alter table %I drop column if exists %I', name, c);
        end loop;
    end if;
end $$;

-- An index by columns of the table, then by id; of rows with a value in the first one, where only these are wanted.
create function index_dedicated_table(wanted int, columns text[], only_filled boolean) returns text
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
    index_name text := name || '_' || substr(md5(array_to_string(columns, ',') || only_filled), 1, 12);
    listed text;
begin
    if name is null or cardinality(columns) not between 1 and 8 or exists (
        select from unnest(columns) c where not exists (
            select from pg_attribute a
            where a.attrelid = name::regclass and a.attname = c and a.attnum > 0 and not a.attisdropped)) then
        raise exception 'no such columns' using errcode = '22023';
    end if;
    select string_agg(format('%I', c), ', ' order by n) into listed from unnest(columns) with ordinality u (c, n);
    execute format('create index if not exists %I on %I (%s, id)', index_name, name, listed)
        || case when only_filled then format(' where %I is not null', columns[1]) else '' end;
    return index_name;
end $$;

-- Drops the indexes other than these; that of the id stays.
create function keep_dedicated_indexes(wanted int, names text[]) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
    i text;
begin
    if name is not null then
        for i in
            select c.relname from pg_index x join pg_class c on c.oid = x.indexrelid
            where x.indrelid = name::regclass and not x.indisprimary and c.relname <> all(names)
        loop
            execute format('drop index %I', i);
        end loop;
    end if;
end $$;

create function analyze_dedicated_table(wanted int) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
begin
    if name is not null then
        execute format('analyze %I', name);
    end if;
end $$;

create function drop_dedicated_table(wanted int) returns void
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    name text := dedicated_table_of(wanted);
begin
    if name is not null then
        execute format('drop table %I', name);
        delete from dedicated_table d
            where d.tenant = nullif(current_setting('kith.tenant', true), '')::int and d.object = wanted;
    end if;
end $$;

revoke all on function dedicated_column_type(text), dedicated_table_of(int), make_dedicated_table(int, text[], uuid),
    extend_dedicated_table(int, text[]), narrow_dedicated_table(int, text[]),
    index_dedicated_table(int, text[], boolean), keep_dedicated_indexes(int, text[]), analyze_dedicated_table(int),
    drop_dedicated_table(int) from public;
grant execute on function make_dedicated_table(int, text[], uuid), extend_dedicated_table(int, text[]),
    narrow_dedicated_table(int, text[]), index_dedicated_table(int, text[], boolean),
    keep_dedicated_indexes(int, text[]), analyze_dedicated_table(int), drop_dedicated_table(int) to ${appRole};
