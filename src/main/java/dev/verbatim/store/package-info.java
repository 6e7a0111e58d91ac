/// Keeps what must outlive the process, even a kill or a loss of power.
///
/// The door is [Store]. All writing goes through one thread that commits what waits together: a
/// durable commit takes milliseconds, and an answer must not wait for thirty of them. The tables
/// are made by the migrations in `db/migration`, one feature at a time, in the SQL that SQLite and
/// PostgreSQL share; what only one of them needs is in `db/postgresql`. The JDBC URL alone says
/// which of the two it is.
///
/// Several instances may share a PostgreSQL. One of them works: it holds the [Lease], and what it
/// writes is refused once another holds it. What any of them may write is said to be shared:
/// updates that Telegram brings, the files of the content folder.
///
/// It uses Spring's `JdbcClient` without a mapper: the statements are few, and Spring Data has no
/// dialect for SQLite. H2 isn't used because it loses committed rows when the process is killed.
@NullMarked
package dev.verbatim.store;

import org.jspecify.annotations.NullMarked;
