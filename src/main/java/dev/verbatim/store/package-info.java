/// Keeps what must outlive the process, whatever happens to it.
///
/// Start at [Store]. All writing goes through one thread that commits what waits together, since a
/// commit that survives a loss of power takes milliseconds and an answer must not wait for thirty
/// of them. The tables are made by the migrations in `db/migration`, a feature's by its own, in the
/// SQL that SQLite and PostgreSQL share: which of them it is, only the JDBC URL says.
///
/// Spring's `JdbcClient` and no mapper: the statements are few, and Spring Data has no dialect for
/// SQLite. H2 was left aside because it loses committed rows when the process is killed.
@NullMarked
package dev.verbatim.store;

import org.jspecify.annotations.NullMarked;
