package dev.verbatim.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lease on a PostgreSQL store: of the instances that share it, the one that holds the lease
/// works, and the others stand by. Thread-safe.
///
/// It is renewed at a third of its time. Whoever stands by tries to take it nine times in that, so a
/// killed holder is replaced after the lease's time and a ninth of it. All times are the
/// database's, and the holder counts its own from before it asked: it stops believing in a lease
/// before another may take it.
///
/// A holder that was stopped, and wakes when another works, may still believe in it for a moment.
/// So each take-over increases a token, and every transaction of a holder first locks the row with
/// its own token: it waits out no take-over and outlives none. [ShedLock] has no such token, and
/// db-scheduler fences its own tasks but not what else they write; both would decide only who
/// begins.
///
/// [ShedLock]: https://github.com/lukas-krecan/ShedLock
final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    private static final String TAKE =
            "update lease set owner = ?, token = token + 1, held_until = "
                    + NOW
                    + " + ? where name = 'work' and held_until < "
                    + NOW
                    + " returning token";
    private static final String RENEW =
            "update lease set held_until = "
                    + NOW
                    + " + ? where name = 'work' and token = ? returning token";
    private static final String RELEASE =
            "update lease set held_until = 0 where name = 'work' and token = ?";
    private static final String FENCE =
            "select token from lease where name = 'work' and token = ? for share";

    private static final long NONE = -1;

    private final DataSource source;
    private final Duration time;
    private final String owner = ProcessHandle.current().pid() + "/" + UUID.randomUUID();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("store-lease").unstarted(this::keep);
    private @Nullable Connection connection;
    private volatile long token = NONE;
    private volatile long validUntilNanos;

    private Lease(DataSource source, Duration time) {
        this.source = source;
        this.time = time;
    }

    /// Takes the lease when it is free, and keeps trying until closed.
    static Lease open(DataSource source, Duration time) {
        var lease = new Lease(source, time);
        lease.attempt();
        lease.thread.start();
        return lease;
    }

    /// Whether no other instance can have taken it yet, as far as a clock says.
    boolean isHeld() {
        return token != NONE && System.nanoTime() - validUntilNanos < 0;
    }

    /// Which of all times that the lease was taken is this instance's. It stays the same while
    /// nobody else has taken it, even if it couldn't be renewed in time.
    ///
    /// @return a negative number while another instance works
    long term() {
        return token;
    }

    /// Locks the lease until the end of a transaction.
    ///
    /// @return false when another instance has taken it
    boolean fence(Connection connection) throws SQLException {
        if (token == NONE) {
            return false;
        }
        try (PreparedStatement query = connection.prepareStatement(FENCE)) {
            query.setLong(1, token);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Has the database end a transaction that stands still, as one of a stopped process does: its
    /// lock on the lease would keep others from taking it.
    void limitPauses(Connection connection) throws SQLException {
        try (PreparedStatement setting =
                connection.prepareStatement(
                        "select set_config('idle_in_transaction_session_timeout', ?, false)")) {
            setting.setString(1, String.valueOf(time.dividedBy(2).toMillis()));
            setting.execute();
        }
    }

    private void keep() {
        try {
            while (!closing.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                attempt();
            }
        } catch (InterruptedException e) {
            LOG.debug("the lease is no longer renewed", e);
        }
    }

    private Duration pause() {
        return time.dividedBy(isHeld() ? 3 : 9);
    }

    private void attempt() {
        boolean held = token != NONE;
        long start = System.nanoTime();
        try {
            long now = held ? renewed() : taken();
            validUntilNanos = start + time.toNanos();
            token = now;
            if (held != (now != NONE)) {
                LOG.info(held ? "another instance works now" : "this instance works now");
            }
        } catch (SQLException e) {
            LOG.warn("the lease can't be asked for: {}", e.getMessage());
            closeConnection();
        }
    }

    private long taken() throws SQLException {
        try (PreparedStatement update = statement(TAKE)) {
            update.setString(1, owner);
            update.setLong(2, time.toMillis());
            return token(update);
        }
    }

    private long renewed() throws SQLException {
        try (PreparedStatement update = statement(RENEW)) {
            update.setLong(1, time.toMillis());
            update.setLong(2, token);
            return token(update);
        }
    }

    /// No statement about the lease may take longer than the lease.
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = open().prepareStatement(sql);
        statement.setQueryTimeout(Math.toIntExact(Math.max(1, time.toSeconds())));
        return statement;
    }

    /// A connection of its own: one of the pool may be long in coming while many read.
    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = source.getConnection();
            connection = open;
        }
        return open;
    }

    private void closeConnection() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                LOG.debug("closing a connection failed", e);
            }
        }
    }

    private static long token(PreparedStatement update) throws SQLException {
        try (ResultSet row = update.executeQuery()) {
            return row.next() ? row.getLong(1) : NONE;
        }
    }

    /// Leaves the lease to the others.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
            release();
            closeConnection();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        if (token == NONE) {
            return;
        }
        try (PreparedStatement update = statement(RELEASE)) {
            update.setLong(1, token);
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.warn("the lease can't be released, and runs out: {}", e.getMessage());
        }
        token = NONE;
    }
}
