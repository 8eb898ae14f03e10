-- The shared tables that hold all tenants. Every key leads with the tenant; the number of tables and indexes does not
-- depend on the number of tenants. ${appRole} is the application's role: it owns nothing and cannot pass row security.

create table tenant (
    key int generated always as identity primary key,
    slug text collate "C" not null unique,
    name text not null,
    status text not null,
    -- the id of the tenant's organization at the identity provider, once there is one
    organization text,
    currency text not null,
    zone text not null,
    locale text not null,
    catalog_version bigint not null default 0,
    -- objects of packages have fixed keys below this
    next_object_key int not null default 100000,
    -- what provisioning was asked for and how far it came
    provisioning jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table component (
    tenant int not null,
    id uuid not null,
    kind text not null,
    position int not null,
    document jsonb not null,
    primary key (tenant, id)
);

create table catalog_change (
    tenant int not null,
    version bigint not null,
    at timestamptz not null,
    actor uuid,
    actor_name text not null,
    message text not null,
    -- [{"ref", "before", "after"}], before or after missing where a component was made or removed
    changes jsonb not null,
    primary key (tenant, version)
);

-- Homes of removed fields: their old values still lie there, so no other field may move in.
create table retired_storage (
    tenant int not null,
    object int not null,
    storage text collate "C" not null,
    field uuid not null,
    version bigint not null,
    primary key (tenant, object, storage)
);

create table record (
    tenant int not null,
    object int not null,
    id uuid not null,
    version int not null,
    owner uuid,
    name text collate "und-x-icu",
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    updated_by uuid,
    deleted_at timestamptz,
    -- one deletion takes a record and its parts; its restore brings the same ones back
    deletion uuid,
    record_type uuid,
    text_1 text collate "und-x-icu",
    text_2 text collate "und-x-icu",
    text_3 text collate "und-x-icu",
    text_4 text collate "und-x-icu",
    text_5 text collate "und-x-icu",
    text_6 text collate "und-x-icu",
    text_7 text collate "und-x-icu",
    text_8 text collate "und-x-icu",
    text_9 text collate "und-x-icu",
    text_10 text collate "und-x-icu",
    text_11 text collate "und-x-icu",
    text_12 text collate "und-x-icu",
    number_1 bigint,
    number_2 bigint,
    number_3 bigint,
    number_4 bigint,
    number_5 bigint,
    number_6 bigint,
    number_7 bigint,
    number_8 bigint,
    date_1 date,
    date_2 date,
    date_3 date,
    date_4 date,
    date_5 date,
    time_1 timestamptz,
    time_2 timestamptz,
    time_3 timestamptz,
    flag_1 boolean,
    flag_2 boolean,
    ref_1 uuid,
    ref_2 uuid,
    ref_3 uuid,
    ref_4 uuid,
    ref_5 uuid,
    ref_6 uuid,
    ref_7 uuid,
    ref_8 uuid,
    ref_9 uuid,
    ref_10 uuid,
    text_13 text collate "und-x-icu",
    text_14 text collate "und-x-icu",
    text_15 text collate "und-x-icu",
    text_16 text collate "und-x-icu",
    text_17 text collate "und-x-icu",
    text_18 text collate "und-x-icu",
    text_19 text collate "und-x-icu",
    text_20 text collate "und-x-icu",
    text_21 text collate "und-x-icu",
    text_22 text collate "und-x-icu",
    text_23 text collate "und-x-icu",
    text_24 text collate "und-x-icu",
    text_25 text collate "und-x-icu",
    text_26 text collate "und-x-icu",
    text_27 text collate "und-x-icu",
    text_28 text collate "und-x-icu",
    text_29 text collate "und-x-icu",
    text_30 text collate "und-x-icu",
    text_31 text collate "und-x-icu",
    text_32 text collate "und-x-icu",
    text_33 text collate "und-x-icu",
    text_34 text collate "und-x-icu",
    text_35 text collate "und-x-icu",
    text_36 text collate "und-x-icu",
    text_37 text collate "und-x-icu",
    text_38 text collate "und-x-icu",
    text_39 text collate "und-x-icu",
    text_40 text collate "und-x-icu",
    number_9 bigint,
    number_10 bigint,
    number_11 bigint,
    number_12 bigint,
    number_13 bigint,
    number_14 bigint,
    number_15 bigint,
    number_16 bigint,
    number_17 bigint,
    number_18 bigint,
    number_19 bigint,
    number_20 bigint,
    number_21 bigint,
    number_22 bigint,
    number_23 bigint,
    number_24 bigint,
    number_25 bigint,
    number_26 bigint,
    number_27 bigint,
    number_28 bigint,
    number_29 bigint,
    number_30 bigint,
    date_6 date,
    date_7 date,
    date_8 date,
    date_9 date,
    date_10 date,
    date_11 date,
    date_12 date,
    time_4 timestamptz,
    time_5 timestamptz,
    time_6 timestamptz,
    time_7 timestamptz,
    time_8 timestamptz,
    flag_3 boolean,
    flag_4 boolean,
    flag_5 boolean,
    flag_6 boolean,
    flag_7 boolean,
    flag_8 boolean,
    flag_9 boolean,
    flag_10 boolean,
    flag_11 boolean,
    flag_12 boolean,
    flag_13 boolean,
    flag_14 boolean,
    flag_15 boolean,
    flag_16 boolean,
    ref_11 uuid,
    ref_12 uuid,
    ref_13 uuid,
    ref_14 uuid,
    ref_15 uuid,
    ref_16 uuid,
    ref_17 uuid,
    ref_18 uuid,
    ref_19 uuid,
    ref_20 uuid,
    more jsonb,
    primary key (tenant, id)
);

create index record_by_object on record (tenant, object, id);
create index record_by_name on record (tenant, object, name, id);
create index record_by_owner on record (tenant, object, owner, id) where owner is not null;
create index record_by_created_at on record (tenant, object, created_at, id);
create index record_by_updated_at on record (tenant, object, updated_at, id);
create index record_by_deletion on record (tenant, deletion) where deletion is not null;
create index record_text_1 on record (tenant, object, text_1, id) where text_1 is not null;
create index record_text_2 on record (tenant, object, text_2, id) where text_2 is not null;
create index record_text_3 on record (tenant, object, text_3, id) where text_3 is not null;
create index record_text_4 on record (tenant, object, text_4, id) where text_4 is not null;
create index record_text_5 on record (tenant, object, text_5, id) where text_5 is not null;
create index record_text_6 on record (tenant, object, text_6, id) where text_6 is not null;
create index record_text_7 on record (tenant, object, text_7, id) where text_7 is not null;
create index record_text_8 on record (tenant, object, text_8, id) where text_8 is not null;
create index record_text_9 on record (tenant, object, text_9, id) where text_9 is not null;
create index record_text_10 on record (tenant, object, text_10, id) where text_10 is not null;
create index record_text_11 on record (tenant, object, text_11, id) where text_11 is not null;
create index record_text_12 on record (tenant, object, text_12, id) where text_12 is not null;
create index record_number_1 on record (tenant, object, number_1, id) where number_1 is not null;
create index record_number_2 on record (tenant, object, number_2, id) where number_2 is not null;
create index record_number_3 on record (tenant, object, number_3, id) where number_3 is not null;
create index record_number_4 on record (tenant, object, number_4, id) where number_4 is not null;
create index record_number_5 on record (tenant, object, number_5, id) where number_5 is not null;
create index record_number_6 on record (tenant, object, number_6, id) where number_6 is not null;
create index record_number_7 on record (tenant, object, number_7, id) where number_7 is not null;
create index record_number_8 on record (tenant, object, number_8, id) where number_8 is not null;
create index record_date_1 on record (tenant, object, date_1, id) where date_1 is not null;
create index record_date_2 on record (tenant, object, date_2, id) where date_2 is not null;
create index record_date_3 on record (tenant, object, date_3, id) where date_3 is not null;
create index record_date_4 on record (tenant, object, date_4, id) where date_4 is not null;
create index record_date_5 on record (tenant, object, date_5, id) where date_5 is not null;
create index record_time_1 on record (tenant, object, time_1, id) where time_1 is not null;
create index record_time_2 on record (tenant, object, time_2, id) where time_2 is not null;
create index record_time_3 on record (tenant, object, time_3, id) where time_3 is not null;
create index record_flag_1 on record (tenant, object, flag_1, id) where flag_1 is not null;
create index record_flag_2 on record (tenant, object, flag_2, id) where flag_2 is not null;
create index record_ref_1 on record (tenant, object, ref_1, id) where ref_1 is not null;
create index record_ref_2 on record (tenant, object, ref_2, id) where ref_2 is not null;
create index record_ref_3 on record (tenant, object, ref_3, id) where ref_3 is not null;
create index record_ref_4 on record (tenant, object, ref_4, id) where ref_4 is not null;
create index record_ref_5 on record (tenant, object, ref_5, id) where ref_5 is not null;
create index record_ref_6 on record (tenant, object, ref_6, id) where ref_6 is not null;
create index record_ref_7 on record (tenant, object, ref_7, id) where ref_7 is not null;
create index record_ref_8 on record (tenant, object, ref_8, id) where ref_8 is not null;
create index record_ref_9 on record (tenant, object, ref_9, id) where ref_9 is not null;
create index record_ref_10 on record (tenant, object, ref_10, id) where ref_10 is not null;

create table unique_value (
    tenant int not null,
    field uuid not null,
    value text collate "C" not null,
    record uuid not null,
    primary key (tenant, field, value)
);
create index unique_value_by_record on unique_value (tenant, record);

create table link (
    tenant int not null,
    field uuid not null,
    source uuid not null,
    target uuid not null,
    primary key (tenant, field, source, target)
);
create index link_by_target on link (tenant, field, target, source);

create table auto_number (
    tenant int not null,
    field uuid not null,
    last_value bigint not null,
    primary key (tenant, field)
);

create table history (
    tenant int not null,
    record uuid not null,
    version int not null,
    object int not null,
    at timestamptz not null,
    actor uuid,
    origin text not null,
    kind text not null,
    -- {"<field id>": [before, after]}
    changes jsonb not null,
    primary key (tenant, record, version)
);

-- The tenant's change stream before it is ordered: a sequencer gives committed rows their position.
create table outbox (
    tenant int not null,
    id uuid not null,
    object int not null,
    record uuid not null,
    version int not null,
    kind text not null,
    at timestamptz not null,
    actor uuid,
    changes jsonb not null,
    position bigint,
    primary key (tenant, id)
);
create unique index outbox_by_position on outbox (tenant, position) where position is not null;
create index outbox_unordered on outbox (tenant, id) where position is null;

alter table component enable row level security;
alter table component force row level security;
create policy component_of_tenant on component using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table catalog_change enable row level security;
alter table catalog_change force row level security;
create policy catalog_change_of_tenant on catalog_change using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table retired_storage enable row level security;
alter table retired_storage force row level security;
create policy retired_storage_of_tenant on retired_storage using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table record enable row level security;
alter table record force row level security;
create policy record_of_tenant on record using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table unique_value enable row level security;
alter table unique_value force row level security;
create policy unique_value_of_tenant on unique_value using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table link enable row level security;
alter table link force row level security;
create policy link_of_tenant on link using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table auto_number enable row level security;
alter table auto_number force row level security;
create policy auto_number_of_tenant on auto_number using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table history enable row level security;
alter table history force row level security;
create policy history_of_tenant on history using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_of_tenant on outbox using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

-- The registry is read before the tenant is known (by its slug) and by operators; both say so.
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_itself on tenant using (key = nullif(current_setting('kith.tenant', true), '')::int);
create policy tenant_registry on tenant using (current_setting('kith.registry', true) = 'on');

grant select, insert, update, delete on tenant, component, retired_storage, record, unique_value, link, auto_number,
    outbox to ${appRole};
grant select, insert, delete on catalog_change, history to ${appRole};
