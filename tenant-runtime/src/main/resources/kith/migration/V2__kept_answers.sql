-- The answers of writes that their callers named by a key, so that a repetition is answered and not carried out.
create table kept_answer (
    tenant int not null,
    -- the user who wrote; the zero id stands for the platform
    caller uuid not null,
    key text collate "C" not null,
    -- SHA-256 of the request
    content text collate "C" not null,
    answer text collate "C" not null,
    at timestamptz not null,
    primary key (tenant, caller, key)
);
create index kept_answer_by_age on kept_answer (tenant, at);

alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy kept_answer_of_tenant on kept_answer using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on kept_answer to ${appRole};
