-- Counts the changes of who may see and do what: of users, their permission sets, and what these say. A statement compares
-- it with the one it was asked under, so that a right taken away is gone with the next request on every node. It is no
-- column of tenant: a change of the catalog holds that row while it waits for writes to end.
create table access_version (
    tenant int primary key,
    version bigint not null
);

alter table access_version enable row level security;
alter table access_version force row level security;
create policy access_version_of_tenant on access_version
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on access_version to ${appRole};
