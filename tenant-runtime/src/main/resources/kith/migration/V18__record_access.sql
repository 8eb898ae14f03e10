-- Who sees which records. Roles (object 3), groups (4), memberships (5) and rules (6) are records; users (1) have their role in ref_20,
-- and queues, which are users too, the group that they stand for in ref_19. Nothing is kept for each user: what a
-- statement has to know of its user the functions below find out within its snapshot, so every change counts at once.

-- A role together with all below it, as one with whom records are shared.
create function access_with_below(role uuid) returns uuid
    language sql immutable parallel safe as $$ select md5('with below ' || role)::uuid $$;

-- Records that somebody shared with a user, a role, a role and those below it, or a group.
create table record_share (
    tenant int not null,
    record uuid not null,
    party uuid not null,
    -- a role together with those below it
    with_below boolean not null,
    principal uuid not null generated always as (case when with_below then access_with_below(party) else party end) stored,
    -- why it is shared: by hand, or as a member of a team
    cause text collate "C" not null,
    object int not null,
    may_change boolean not null,
    expires_at timestamptz,
    shared_at timestamptz not null,
    shared_by uuid,
    primary key (tenant, record, principal, cause)
);
create index record_share_by_principal on record_share (tenant, principal, object, record);

alter table record_share enable row level security;
alter table record_share force row level security;
create policy record_share_of_tenant on record_share
    using (tenant = nullif(current_setting('kith.tenant', true), '')::int)
    with check (tenant = (select nullif(current_setting('kith.tenant', true), '')::int));
grant select, insert, update, delete on record_share to ${appRole};

create index record_user_by_role on record (tenant, ref_20, id) where object = 1 and ref_20 is not null;
create index record_user_by_queue on record (tenant, ref_19, id) where object = 1 and ref_19 is not null;

-- With whom records may be shared so that a user sees them: the user, the role, each role above it and itself "with those
-- below", and the groups, however deep they lie in each other.
create function access_principals(own int, viewer uuid) returns uuid[]
    language plpgsql stable as $$
begin
    return array(
        with recursive place(role) as (
            select r.id from "${flyway:defaultSchema}".record u
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.id = u.ref_20
            where u.tenant = own and u.id = viewer and (u.object = 1) is true
                and (r.object = 3) is true and r.deleted_at is null
        ), above(role) as (
            select p.role from place p
            union
            select up.id from above a
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.id = a.role
            join "${flyway:defaultSchema}".record up on up.tenant = own and up.id = r.ref_1
            where (up.object = 3) is true and up.deleted_at is null
        ), member(of) as (
            select m.ref_1 from "${flyway:defaultSchema}".record m
            where m.tenant = own and m.object = 5 and m.ref_2 = viewer and m.deleted_at is null
            union
            select m.ref_1 from place p
            join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_3 = p.role
            where m.deleted_at is null
            union
            select m.ref_1 from above a
            join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_3 = a.role
            where m.flag_1 and m.deleted_at is null
        ), inside(id) as (
            select g.id from member m
            join "${flyway:defaultSchema}".record g on g.tenant = own and g.id = m.of
            where (g.object = 4) is true and g.deleted_at is null
            union
            select g.id from inside i
            join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_4 = i.id
            join "${flyway:defaultSchema}".record g on g.tenant = own and g.id = m.ref_1
            where m.deleted_at is null and (g.object = 4) is true and g.deleted_at is null
        )
        select viewer
        union all select p.role from place p
        union all select access_with_below(a.role) from above a
        union all select i.id from inside i
    );
end $$;

-- The users whose role is below that of a user.
create function access_below(own int, viewer uuid) returns uuid[]
    language plpgsql stable as $$
begin
    return array(
        with recursive below(role) as (
            select r.id from "${flyway:defaultSchema}".record u
            join "${flyway:defaultSchema}".record mine on mine.tenant = own and mine.id = u.ref_20
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.object = 3 and r.ref_1 = mine.id
            where u.tenant = own and u.id = viewer and (u.object = 1) is true
                and (mine.object = 3) is true and mine.deleted_at is null and r.deleted_at is null
            union
            select r.id from below b
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.object = 3 and r.ref_1 = b.role
            where r.deleted_at is null
        )
        select u.id from below b
        join "${flyway:defaultSchema}".record u on u.tenant = own and u.object = 1 and u.ref_20 = b.role
    );
end $$;

-- The users whose records of an object rules (object 6) share with any of these principals; all such rules, or only one.
create function access_ruled(own int, principals uuid[], of_object text, for_change boolean, only_rule uuid) returns uuid[]
    language plpgsql stable as $$
begin
    return array(
        with recursive rule as (
            select r.ref_1 as role, coalesce(r.flag_1, false) as below, r.ref_2 as grp
            from "${flyway:defaultSchema}".record r
            where r.tenant = own and r.object = 6 and r.text_1 = of_object and r.deleted_at is null
                and (not for_change or r.flag_3) and (only_rule is null or r.id = only_rule)
                and (r.ref_4 = any(principals)
                    or case when r.flag_2 then access_with_below(r.ref_3) else r.ref_3 end = any(principals))
        ), source(id) as (
            select g.id from rule r
            join "${flyway:defaultSchema}".record g on g.tenant = own and g.id = r.grp
            where (g.object = 4) is true and g.deleted_at is null
            union
            select g.id from source s
            join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_1 = s.id
            join "${flyway:defaultSchema}".record g on g.tenant = own and g.id = m.ref_4
            where m.deleted_at is null and (g.object = 4) is true and g.deleted_at is null
        ), place(role, below) as (
            select r.id, p.below
            from (select rule.role, rule.below from rule
                union
                select m.ref_3, coalesce(m.flag_1, false) from source s
                join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_1 = s.id
                where m.deleted_at is null) p
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.id = p.role
            where (r.object = 3) is true and r.deleted_at is null
            union
            select r.id, true from place p
            join "${flyway:defaultSchema}".record r on r.tenant = own and r.object = 3 and r.ref_1 = p.role
            where p.below and r.deleted_at is null
        )
        select u.id from place p
        join "${flyway:defaultSchema}".record u on u.tenant = own and u.object = 1 and u.ref_20 = p.role
        union
        select m.ref_2 from source s
        join "${flyway:defaultSchema}".record m on m.tenant = own and m.object = 5 and m.ref_1 = s.id
        where m.deleted_at is null and m.ref_2 is not null
    );
end $$;

-- Whose records of an object a user sees, or changes, like own ones: those of queues that the user serves, of users whom a
-- rule shares and, upwards, of all users below.
create function access_owners(own int, viewer uuid, upwards boolean, of_object text, for_change boolean) returns uuid[]
    language plpgsql stable as $$
declare
    principals uuid[] := access_principals(own, viewer);
begin
    return array(
        select q.id from unnest(principals) p(id)
        join "${flyway:defaultSchema}".record q on q.tenant = own and q.object = 1 and q.ref_19 = p.id
    ) || access_ruled(own, principals, of_object, for_change, null)
        || case when upwards then access_below(own, viewer) else '{}' end;
end $$;

revoke all on function access_with_below(uuid), access_principals(int, uuid), access_below(int, uuid),
    access_ruled(int, uuid[], text, boolean, uuid), access_owners(int, uuid, boolean, text, boolean) from public;
grant execute on function access_with_below(uuid), access_principals(int, uuid), access_below(int, uuid),
    access_ruled(int, uuid[], text, boolean, uuid), access_owners(int, uuid, boolean, text, boolean)
    to ${appRole};
