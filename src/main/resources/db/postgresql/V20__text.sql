-- SQLite takes a text of any length into a varchar column, and so must PostgreSQL: the key of a call, for one, has the id
-- of an article in it. To be written again for columns that come later.
do $$
declare
    one record;
begin
    for one in
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema() and data_type = 'character varying' and table_name <> 'flyway_schema_history'
    loop
        execute format('alter table %I alter column %I type text', one.table_name, one.column_name);
    end loop;
end $$;
