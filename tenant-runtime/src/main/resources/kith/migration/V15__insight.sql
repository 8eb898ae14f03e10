-- What the rules of a write did, kept as far and as long as the tenant's administrators want it.
create table rule_log_setting (
    tenant int primary key,
    -- OFF, FAILURES or ALL
    level text not null,
    days int not null
);

create table rule_run (
    tenant int not null,
    id uuid not null,
    at timestamptz not null,
    actor uuid,
    origin text not null,
    operation text not null,
    -- SAVED, REFUSED or FAILED
    outcome text not null,
    -- the ids of the rules that ran
    rules uuid[] not null,
    steps int not null,
    fuel bigint not null,
    micros bigint not null,
    message text,
    -- the size of the detail, so that what a tenant keeps is bounded without looking at it
    bytes int not null,
    detail jsonb not null,
    primary key (tenant, id)
);
create index rule_run_by_age on rule_run (tenant, at, id);

alter table rule_log_setting enable row level security;
alter table rule_log_setting force row level security;
create policy rule_log_setting_of_tenant on rule_log_setting
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table rule_run enable row level security;
alter table rule_run force row level security;
create policy rule_run_of_tenant on rule_run using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on rule_log_setting, rule_run to ${appRole};

-- Which rule gave a field its value: {"<field id>": {"rule": "<id>", "name": "...", "line": 3}}; null where no rule did.
alter table history add column causes jsonb;
