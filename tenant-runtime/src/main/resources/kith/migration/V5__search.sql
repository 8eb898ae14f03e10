-- The words of searchable records. Row-level security lets only leakproof operators into the condition of an index, so
-- search has no tsvector: words are compared as plain text by code point, and beginnings of words are ranges of it.
create table search_word (
    tenant int not null,
    record uuid not null,
    -- folded: without case and accents
    word text collate "C" not null,
    -- the field; for the name, whose id is the same everywhere, the object
    field uuid not null,
    -- 0 where it stands in the name, 1 elsewhere
    weight smallint not null,
    -- where the word stands in the value: characters from 1, and the first one behind it
    at int not null,
    until int not null,
    primary key (tenant, record, word, field)
);
create index search_word_by_word on search_word (tenant, word, weight, record desc, field);

-- Each known word under itself and under what is left when one letter is taken out: two words with a common variant are
-- about one typing error apart.
create table search_variant (
    tenant int not null,
    variant text collate "C" not null,
    word text collate "C" not null,
    primary key (tenant, variant, word)
);

-- How far the words follow the records.
create table search_position (
    tenant int primary key,
    -- the stream that was followed, and how far
    mark bigint not null,
    position bigint not null,
    -- which fields are searched, as a hash; the records are walked through anew when it changes
    layout text collate "C" not null,
    -- the last record walked through; null when all were
    walked uuid
);

alter table search_word enable row level security;
alter table search_word force row level security;
create policy search_word_of_tenant on search_word using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table search_variant enable row level security;
alter table search_variant force row level security;
create policy search_variant_of_tenant on search_variant using (tenant = nullif(current_setting('kith.tenant', true), '')::int);
alter table search_position enable row level security;
alter table search_position force row level security;
create policy search_position_of_tenant on search_position using (tenant = nullif(current_setting('kith.tenant', true), '')::int);

grant select, insert, update, delete on search_word, search_variant, search_position to ${appRole};
