-- Values of removed fields and objects wait for a while and are then cleared; who is being cleared cannot come back.

-- Many links of one object share a home.
alter table retired_storage drop constraint retired_storage_pkey;
alter table retired_storage add primary key (tenant, object, storage, field);
alter table retired_storage add column purging boolean not null default false;

-- Removed objects: their records still lie there.
create table retired_object (
    tenant int not null,
    object int not null,
    id uuid not null,
    version bigint not null,
    purging boolean not null default false,
    primary key (tenant, object)
);

alter table retired_object enable row level security;
alter table retired_object force row level security;
create policy retired_object_of_tenant on retired_object using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on retired_object to ${appRole};
