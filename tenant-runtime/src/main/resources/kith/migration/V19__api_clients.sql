-- Programs that call the API of a tenant with credentials of their own; the secrets are the identity provider's.
create table api_client (
    tenant int not null,
    id uuid not null,
    name text not null,
    client_id text not null,
    -- the record of the user as which it acts
    acts_as uuid not null,
    active boolean not null,
    created_at timestamptz not null,
    created_by uuid,
    secret_since timestamptz not null,
    last_used_at timestamptz,
    primary key (tenant, id)
);
create unique index api_client_by_user on api_client (tenant, acts_as);

alter table api_client enable row level security;
alter table api_client force row level security;
create policy api_client_of_tenant on api_client
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on api_client to ${appRole};
