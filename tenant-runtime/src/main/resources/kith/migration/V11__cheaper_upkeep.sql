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
create policy search_entry_of_tenant on search_entry using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
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
