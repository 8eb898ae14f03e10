-- The fingerprint of the tenant's components, written by whoever changes them: a node that has a catalog with this content
-- does not read them again. Null where nothing is known.
alter table tenant add column catalog_fingerprint text collate "C";
