create table app_user (
    id uuid primary key default gen_random_uuid(),
    name text not null default '-',
    email text not null default '-',
    active boolean not null default true
);
create table account (
    id uuid primary key default gen_random_uuid(),
    name text not null default '-',
    industry text,
    revenue numeric(14, 2),
    employees int,
    website text,
    city text,
    country text,
    owner_id uuid references app_user (id),
    created timestamptz not null default now(),
    updated timestamptz not null default now()
);
create table contact (
    id uuid primary key default gen_random_uuid(),
    account_id uuid references account (id),
    owner_id uuid references app_user (id),
    first_name text,
    last_name text not null default '-',
    email text,
    phone text,
    title text,
    status text,
    score int,
    created timestamptz not null default now(),
    updated timestamptz not null default now()
);
create table opportunity (
    id uuid primary key default gen_random_uuid(),
    name text not null default '-',
    account_id uuid references account (id),
    owner_id uuid references app_user (id),
    stage text not null default '-',
    amount numeric(12, 2),
    probability int,
    close_date date,
    created timestamptz not null default now(),
    updated timestamptz not null default now()
);
create table activity (
    id uuid primary key default gen_random_uuid(),
    contact_id uuid references contact (id),
    account_id uuid references account (id),
    kind text not null default '-',
    subject text,
    at timestamptz not null default now()
);
-- A batch in one request is a function of the application in PostGraphile, which has none of its own.
create type contact_new as (
    account_id uuid, owner_id uuid, first_name text, last_name text, email text, phone text, title text, status text, score int
);
create function create_contacts(items contact_new[]) returns setof contact language sql volatile as $$
    insert into contact (account_id, owner_id, first_name, last_name, email, phone, title, status, score)
    select account_id, owner_id, first_name, last_name, email, phone, title, status, score from unnest(items)
    returning *
$$;
