-- The order of a tenant's changes. Neither ids nor times can give it, for the clocks of nodes differ; `written` counts
-- what is written, and who writes a record again does so only after it was written before and committed.
alter table outbox add column written bigint generated always as identity;
drop index outbox_unordered;
create index outbox_unordered on outbox (tenant, written) where position is null;

-- One row for each tenant that has changes; who holds it gives positions to committed changes, one after the other.
create table stream (
    tenant int primary key,
    -- what the cursors of this stream carry: those of another one are refused
    mark bigint not null default ('x' || substr(md5(gen_random_uuid()::text), 1, 16))::bit(64)::bigint,
    last_position bigint not null default 0,
    -- changes up to here are no longer kept
    expired_position bigint not null default 0
);
alter table stream enable row level security;
alter table stream force row level security;
create policy stream_of_tenant on stream using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
grant select, insert, update, delete on stream to ${appRole};
