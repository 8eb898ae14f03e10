-- Stored formulas whose columns a job brings up to date. A mark comes and goes with a version of the catalog, so whoever
-- reads or writes knows of it by the version that each statement checks.
create table stale_formula (
    tenant int not null,
    field uuid not null,
    -- counts the writes that left values behind; the job has to begin anew behind the last of them
    generation bigint not null,
    -- since when a write is expected that left values behind; null when it was seen
    awaited_at timestamptz,
    -- the job that is at work on it; null where it ended without success
    job uuid,
    primary key (tenant, field)
);

alter table stale_formula enable row level security;
alter table stale_formula force row level security;
create policy stale_formula_of_tenant on stale_formula using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on stale_formula to ${appRole};
