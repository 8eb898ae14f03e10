-- Work that goes on after the request that asked for it, and work that comes back. It commits with the records it
-- follows, and is done by whichever node takes it.

-- What the platform itself knows of a job: when it may be taken, who has it, how far it came. Nothing of what it is about.
create table work (
    tenant int not null,
    job uuid not null,
    kind text collate "C" not null,
    recurring boolean not null,
    state text collate "C" not null,
    progress bigint not null default 0,
    -- how far it goes, where that is known
    total bigint,
    -- how often it was begun since it last came further
    attempts int not null default 0,
    cancel_requested boolean not null default false,
    -- the code of what stopped it last
    problem text collate "C",
    due_at timestamptz not null,
    lease_until timestamptz,
    -- a new id with each taking, so that who lost it and does not know it can be told apart
    leased_by uuid,
    ready_at timestamptz generated always as (
        case when state in ('WAITING', 'RUNNING') then greatest(due_at, lease_until) end) stored,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant, job)
);
create index work_ready on work (tenant, ready_at) where ready_at is not null;
create index work_leased on work (tenant, lease_until) where lease_until is not null;
create index work_by_age on work (created_at, tenant, job);

-- What a job is about; only its tenant sees it.
create table job (
    tenant int not null,
    id uuid not null,
    payload jsonb not null,
    checkpoint text,
    -- what stopped it last, in words
    problem text,
    created_by uuid,
    primary key (tenant, id)
);

alter table work enable row level security;
alter table work force row level security;
create policy work_of_tenant on work using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
-- Who hands out work does so for all tenants; asked for once a statement, not once a row.
create policy work_of_platform on work using ((select current_setting('kith.registry', true) = 'on'));
alter table job enable row level security;
alter table job force row level security;
create policy job_of_tenant on job using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on work, job to ${appRole};
