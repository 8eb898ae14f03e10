-- Beside each slot of a reference the object of the record that it points to, by its key; null where the field has only
-- one target. Ids differ within a tenant, so the references' own indexes find the records that point to one.
alter table record
    add column object_1 int,
    add column object_2 int,
    add column object_3 int,
    add column object_4 int,
    add column object_5 int,
    add column object_6 int,
    add column object_7 int,
    add column object_8 int,
    add column object_9 int,
    add column object_10 int,
    add column object_11 int,
    add column object_12 int,
    add column object_13 int,
    add column object_14 int,
    add column object_15 int,
    add column object_16 int,
    add column object_17 int,
    add column object_18 int,
    add column object_19 int,
    add column object_20 int;

-- Where objects have tables of their own, these have such columns as well.
do $guard$
begin
    if to_regprocedure('dedicated_column_type(text)') is not null then
        create or replace function dedicated_column_type(name text) returns text
            language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
        declare
            kind text := substring(name from '^(text|number|date|time|flag|ref|object)_[1-9][0-9]{0,3}$');
        begin
            if kind is null then
                raise exception 'not the name of a slot' using errcode = '22023';
            end if;
            return case kind
                when 'text' then 'text collate "und-x-icu"'
                when 'number' then 'bigint'
                when 'date' then 'date'
                when 'time' then 'timestamptz'
                when 'flag' then 'boolean'
                when 'ref' then 'uuid'
                when 'object' then 'int'
            end;
        end $$;
    end if;
end $guard$;
