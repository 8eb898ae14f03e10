-- What happened in a tenant that somebody may have to answer for. Entries are added and never changed.
create table audit_entry (
    tenant int not null,
    id uuid not null,
    at timestamptz not null,
    kind text not null,
    actor uuid,
    origin text not null,
    -- what it is about: a name, or the row of another table that says more
    subject text not null,
    -- over what says more, so that the chain holds when that is erased
    digest bytea not null,
    primary key (tenant, id)
);
create index audit_entry_by_age on audit_entry (tenant, at, id);
-- Changes of metadata and of access stand in tables of their own; each is referred to once.
create unique index audit_entry_once on audit_entry (tenant, kind, subject) where kind in ('METADATA', 'ACCESS');

-- The words of an entry; they go when they must be forgotten.
create table audit_detail (
    tenant int not null,
    entry uuid not null,
    salt bytea not null,
    detail jsonb not null,
    primary key (tenant, entry)
);

-- The entries in the order of their sealing; each link is a digest over its entry and the link before.
create table audit_link (
    tenant int not null,
    position bigint not null,
    entry uuid not null,
    chain bytea not null,
    primary key (tenant, position)
);
create unique index audit_link_by_entry on audit_link (tenant, entry);

-- Which users and permission sets were changed, without a look at all other history.
create index history_of_access on history (tenant, at) where object in (1, 2);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_of_tenant on audit_entry
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table audit_detail enable row level security;
alter table audit_detail force row level security;
create policy audit_detail_of_tenant on audit_detail
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy audit_link_of_tenant on audit_link
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert on audit_entry, audit_link to ${appRole};
grant select, insert, delete on audit_detail to ${appRole};

-- The trail of a tenant goes with the tenant, and not before.
create function erase_audit_trail(wanted text, most int) returns bigint
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_temp as $$
declare
    own_tenant int := nullif(current_setting('kith.tenant', true), '')::int;
    gone bigint;
begin
    if wanted not in ('audit_entry', 'audit_link')
            or not exists (select from tenant where key = own_tenant and status = 'DELETING') then
        raise exception 'only with its tenant' using errcode = '42501';
    end if;
    execute format(
        'with gone as (delete from %I where tenant = $1 and ctid = any(array(select ctid from %I where tenant = $1 limit $2)) returning 1) '
        'select count(*) from gone', wanted, wanted)
        into gone using own_tenant, most;
    return gone;
end $$;
revoke all on function erase_audit_trail(text, int) from public;
grant execute on function erase_audit_trail(text, int) to ${appRole};
