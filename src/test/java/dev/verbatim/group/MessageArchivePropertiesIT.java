package dev.verbatim.group;

import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.property.RandomSource;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever a group does in whatever order, what is left is what a simple model says: in the tables
/// and in the bytes on the disk. All groups share one store.
@Execution(ExecutionMode.CONCURRENT)
@OnEachDatabase(inEveryBuild = false)
class MessageArchivePropertiesIT {

    private static final List<Author> PEOPLE =
            List.of(
                    new Author("user1", "Ann", "ann"),
                    new Author("user2", "Ben", null),
                    new Author("channel3", "The paper", null));

    private static long groups;

    @TempDir Path data;
    private StoreFile file;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private enum Kind {
        KEEP,
        KEEP_MORE,
        EDIT,
        FORGET,
        FORGET_ALL_OF,
        FORGET_ALL,
        OPT_OUT,
        OPT_IN,
        AGREE,
        WITHDRAW,
        DAY_PASSES
    }

    record Step(Kind kind, int person, int message, int days) {}

    @Test
    void archiveMatchesReferenceModel() {
        forAll(
                StoreDatabase.current() == StoreDatabase.SQLITE ? 300 : 10,
                MessageArchivePropertiesIT::lives,
                steps -> {
                    var group = new Group(--groups, file);

                    steps.forEach(group::take);
                    group.archive.deleteExpired();

                    assertThat(group.archive.messages(group.chatId, MessageRange.ALL))
                            .containsExactlyElementsOf(group.model.values());
                    assertThat(group.rows()).isEqualTo(group.model.size());
                    assertThat(group.said)
                            .filteredOn(words -> !group.isLeft(words))
                            .allSatisfy(
                                    words ->
                                            assertThat(DiskSearch.filesContaining(words, data))
                                                    .isEmpty());
                });
    }

    private static List<Step> lives(RandomSource random) {
        return agreed(random.list(5, 40, MessageArchivePropertiesIT::step));
    }

    private static Step step(RandomSource random) {
        Kind kind =
                random.between(1, 5) > 3
                        ? random.oneOf(Kind.KEEP, Kind.EDIT)
                        : random.oneOf(Kind.values());
        return new Step(
                kind,
                random.between(0, PEOPLE.size() - 1),
                random.between(1, 12),
                random.between(1, 5));
    }

    /// Most begin with a consent: without one there is little to see.
    private static List<Step> agreed(List<Step> steps) {
        List<Step> all = new ArrayList<>(steps);
        if (steps.size() % 5 != 0) {
            all.addFirst(new Step(Kind.AGREE, 0, 1, 3));
        }
        return all;
    }

    /// A group's archive, and beside it what should be in there.
    private static final class Group {

        final long chatId;
        final MutableClock clock = new MutableClock();
        final MessageArchive archive;
        final TreeMap<Long, ChatMessage> model = new TreeMap<>();
        final List<String> said = new ArrayList<>();
        private final StoreFile file;
        private final Set<String> optedOut = new HashSet<>();
        private final Map<Long, Instant> edited = new HashMap<>();
        private int days;

        Group(long chatId, StoreFile file) {
            this.chatId = chatId;
            this.file = file;
            archive = new MessageArchive(file.store(), clock);
        }

        void take(Step step) {
            Author person = PEOPLE.get(step.person);
            switch (step.kind) {
                case KEEP, KEEP_MORE -> keep(message(step.message, person));
                case EDIT -> edit(step.message, person, step.days);
                case FORGET -> {
                    write(rows -> archive.delete(chatId, step.message, rows));
                    model.remove((long) step.message);
                }
                case FORGET_ALL_OF -> {
                    write(rows -> archive.deleteAllBy(chatId, person.id(), rows));
                    model.values().removeIf(message -> message.author().is(person));
                }
                case FORGET_ALL -> {
                    write(rows -> archive.deleteAll(chatId, rows));
                    model.clear();
                }
                case OPT_OUT -> {
                    write(rows -> archive.optOut(chatId, person.id(), rows));
                    optedOut.add(person.id());
                    model.values().removeIf(message -> message.author().is(person));
                }
                case OPT_IN -> {
                    write(rows -> archive.optIn(chatId, person.id(), rows));
                    optedOut.remove(person.id());
                }
                case AGREE -> agree(step.days);
                case WITHDRAW -> {
                    write(rows -> archive.revokeConsent(chatId, rows));
                    days = 0;
                    model.clear();
                }
                case DAY_PASSES -> {
                    clock.advance(Duration.ofDays(1));
                    archive.deleteExpired();
                    forgetOld();
                }
            }
        }

        private ChatMessage message(long id, Author author) {
            String words = "words" + Math.abs(chatId) + "of" + said.size() + "here";
            said.add(words);
            return new ChatMessage(
                    id, 0, author, clock.instant(), null, words, Set.of(), List.of());
        }

        private void keep(ChatMessage message) {
            write(rows -> archive.store(chatId, message, rows));
            if (days > 0 && !optedOut.contains(message.author().id())) {
                if (model.putIfAbsent(message.id(), message) == null) {
                    edited.put(message.id(), message.time());
                }
            }
        }

        private void edit(long id, Author author, int later) {
            ChatMessage changed = message(id, author);
            Instant at = clock.instant().plusSeconds(later);
            write(rows -> archive.update(chatId, changed, at, rows));
            ChatMessage before = model.get(id);
            if (before != null && !at.isBefore(edited.get(id))) {
                edited.put(id, at);
                model.put(
                        id,
                        new ChatMessage(
                                id,
                                0,
                                before.author(),
                                before.time(),
                                null,
                                changed.text(),
                                Set.of(),
                                List.of()));
            }
        }

        private void agree(int forDays) {
            var consent = new Consent("user9", clock.instant(), forDays);
            write(rows -> archive.grantConsent(chatId, consent, rows));
            days = forDays;
            forgetOld();
        }

        private void forgetOld() {
            Instant oldest = clock.instant().minus(Duration.ofDays(days));
            model.values().removeIf(message -> message.time().isBefore(oldest));
        }

        boolean isLeft(String words) {
            return model.values().stream().anyMatch(message -> message.text().equals(words));
        }

        int rows() {
            return file.store()
                    .read(
                            rows ->
                                    rows.sql(
                                                    "select count(*) from group_message where"
                                                            + " chat_id = :chat")
                                            .param("chat", chatId)
                                            .query(Integer.class)
                                            .single());
        }

        private void write(Consumer<JdbcClient> statements) {
            file.store()
                    .write(
                            rows -> {
                                statements.accept(rows);
                                return true;
                            });
        }
    }
}
