package dev.verbatim.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verbatim.group.ChatMessage.Author;
import dev.verbatim.group.ChatMessage.Media;
import dev.verbatim.store.DiskSearch;
import dev.verbatim.store.OnEachDatabase;
import dev.verbatim.store.StoreFile;
import dev.verbatim.telegram.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class MessageArchiveTest {

    private static final long GROUP = -1_000_000_000_042L;
    private static final Author ANN = new Author("user1", "Ann", "ann");
    private static final Author BEN = new Author("user2", "Ben", null);

    @TempDir private Path data;
    private final MutableClock clock = new MutableClock();
    private StoreFile file;
    private MessageArchive archive;

    @BeforeEach
    void open() {
        file = StoreFile.in(data);
        archive = new MessageArchive(file.store(), clock);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void storesNothingWithoutConsent() {
        keep(message(1, ANN, "Secret talk"));

        assertThat(rowsOf("group_message")).isZero();
        assertThat(rowsOf("group_author")).isZero();
        assertThat(DiskSearch.filesContaining("Secret talk", data)).isEmpty();
    }

    @Test
    void storedMessagesAreReadBackWhole() {
        agree(7);
        var whole =
                new ChatMessage(
                        5,
                        3,
                        ANN,
                        clock.instant(),
                        2L,
                        "See https://example.org 🚢\nand there",
                        Set.of("user2", "channel9"),
                        List.of("https://example.org", "tg://resolve?domain=a b"));

        keep(whole);

        assertThat(all()).containsExactly(whole);
        assertThat(archive.find(GROUP, 5)).contains(whole);
    }

    @Test
    void ofAMessageWithoutWordsItsKindIsStored() {
        agree(7);
        ChatMessage picture = wordless(5, ANN, Media.PICTURE);

        keep(picture);
        keep(wordless(6, BEN, Media.VOICE));

        assertThat(all()).containsExactly(picture, wordless(6, BEN, Media.VOICE));
        edit(message(5, ANN, "Our ship"), clock.instant().plusSeconds(5));
        assertThat(all().getFirst()).isEqualTo(message(5, ANN, "Our ship"));
    }

    @Test
    void messagesWithoutWordsFollowTheRulesOfTheOthers() {
        keep(wordless(1, ANN, Media.PICTURE));
        agree(2);
        write(rows -> archive.optOut(GROUP, "user1", rows));
        keep(wordless(2, ANN, Media.FILE));
        keep(wordless(3, BEN, Media.FILE));
        keep(wordless(4, BEN, Media.VOICE));

        assertThat(all()).extracting(ChatMessage::id).containsExactly(3L, 4L);
        write(rows -> archive.delete(GROUP, 3, rows));
        assertThat(all()).extracting(ChatMessage::id).containsExactly(4L);
        clock.advance(Duration.ofDays(3));
        archive.deleteExpired();
        assertThat(rowsOf("group_message")).isZero();
        assertThat(rowsOf("group_author")).isZero();
    }

    @Test
    void storingAMessageTwiceChangesNothing() {
        agree(7);

        assertThat(keep(message(1, ANN, "First"))).isTrue();
        assertThat(keep(message(1, ANN, "Again"))).isFalse();

        assertThat(texts()).containsExactly("First");
    }

    @Test
    void everyBoundOfARangeCounts() {
        agree(7);
        Instant start = clock.instant();
        for (int id = 1; id <= 6; id++) {
            keep(message(id, id % 2 == 0 ? ANN : BEN, "m" + id));
            clock.advance(Duration.ofMinutes(1));
        }
        keep(new ChatMessage(7, 4, ANN, clock.instant(), null, "m7", Set.of(), List.of()));

        assertThat(texts(MessageRange.ALL.newest(2))).containsExactly("m6", "m7");
        assertThat(texts(MessageRange.ALL.after(5))).containsExactly("m6", "m7");
        assertThat(texts(MessageRange.ALL.before(3))).containsExactly("m1", "m2");
        assertThat(
                        texts(
                                MessageRange.ALL
                                        .since(start.plusSeconds(180))
                                        .until(start.plusSeconds(300))))
                .containsExactly("m4", "m5");
        assertThat(texts(MessageRange.ALL.inTopic(4))).containsExactly("m7");
        assertThat(texts(MessageRange.ALL.inTopic(0))).hasSize(6);
        assertThat(archive.lastBy(GROUP, "user1", MessageRange.ALL.inTopic(0)))
                .map(ChatMessage::text)
                .contains("m6");
        assertThat(archive.messages(GROUP - 1, MessageRange.ALL)).isEmpty();
    }

    @Test
    void onlyTheLatestEditCounts() {
        agree(7);
        keep(message(1, ANN, "We meet at tenoclock"));

        edit(message(1, ANN, "We meet at eleven"), clock.instant().plusSeconds(20));
        edit(message(1, ANN, "We meet at nine"), clock.instant().plusSeconds(10));

        assertThat(texts()).containsExactly("We meet at eleven");
        assertThat(DiskSearch.filesContaining("tenoclock", data)).isEmpty();
    }

    @Test
    void editDoesNotRestoreADeletedMessage() {
        agree(7);
        keep(message(1, ANN, "Never mind"));
        write(rows -> archive.delete(GROUP, 1, rows));

        edit(message(1, ANN, "Never mind me"), clock.instant().plusSeconds(10));

        assertThat(all()).isEmpty();
    }

    @Test
    void deletesOneMessage() {
        agree(7);
        keep(message(1, ANN, "Stays as it is"));
        keep(message(2, ANN, "Regretted at once"));

        boolean first = write(rows -> archive.delete(GROUP, 2, rows));
        boolean again = write(rows -> archive.delete(GROUP, 2, rows));

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(texts()).containsExactly("Stays as it is");
        assertThat(DiskSearch.filesContaining("Regretted at once", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Stays as it is", data)).isNotEmpty();
    }

    @Test
    void optingOutDeletesMessagesAndName() {
        agree(7);
        keep(message(1, new Author("user1", "Annabella", "bella"), "Opted words"));
        keep(message(2, BEN, "Ben stays here"));

        int deleted = write(rows -> archive.optOut(GROUP, "user1", rows));
        keep(message(3, ANN, "Later words"));

        assertThat(deleted).isOne();
        assertThat(texts()).containsExactly("Ben stays here");
        assertThat(DiskSearch.filesContaining("Opted words", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Annabella", data)).isEmpty();
        assertThat(DiskSearch.filesContaining("Later words", data)).isEmpty();
    }

    @Test
    void optingInStoresLaterMessages() {
        agree(7);
        write(rows -> archive.optOut(GROUP, "user1", rows));
        keep(message(1, ANN, "Before"));

        run(rows -> archive.optIn(GROUP, "user1", rows));
        keep(message(2, ANN, "After"));

        assertThat(texts()).containsExactly("After");
        assertThat(archive.isOptedOut(GROUP, "user1")).isFalse();
    }

    @Test
    void optOutSurvivesANewConsent() {
        agree(7);
        write(rows -> archive.optOut(GROUP, "user1", rows));
        keep(message(1, BEN, "Gone with consent"));

        run(rows -> archive.revokeConsent(GROUP, rows));
        assertThat(archive.consent(GROUP)).isEmpty();
        assertThat(DiskSearch.filesContaining("Gone with consent", data)).isEmpty();
        agree(7);
        keep(message(2, ANN, "Ann"));

        assertThat(all()).isEmpty();
    }

    @Test
    void expiredMessagesAreHiddenAtOnceAndDeletedByTheNextPurge() {
        agree(2);
        keep(message(1, ANN, "Old as stone"));
        clock.advance(Duration.ofDays(1));
        keep(message(2, BEN, "Still fresh"));
        clock.advance(Duration.ofHours(25));

        assertThat(texts()).containsExactly("Still fresh");
        archive.deleteExpired();

        assertThat(rowsOf("group_message")).isOne();
        assertThat(rowsOf("group_author")).isOne();
        assertThat(DiskSearch.filesContaining("Old as stone", data)).isEmpty();
    }

    @Test
    void shorterRetentionAppliesAtOnce() {
        agree(7);
        keep(message(1, ANN, "Old as stone"));
        clock.advance(Duration.ofDays(3));

        agree(2);

        assertThat(rowsOf("group_message")).isZero();
        assertThat(DiskSearch.filesContaining("Old as stone", data)).isEmpty();
        assertThat(archive.consent(GROUP)).map(Consent::days).contains(2);
    }

    @Test
    void retentionIsOneToThirtyDays() {
        assertThatThrownBy(() -> new Consent("user1", Instant.EPOCH, 31))
                .hasMessageContaining("31");
        assertThatThrownBy(() -> new Consent("user1", Instant.EPOCH, 0)).hasMessageContaining("0");
    }

    @Test
    void supergroupKeepsTheGroupsMessagesBeforeItsOwn() {
        agree(7);
        keep(message(900, ANN, "Before"));
        keep(new ChatMessage(901, 0, BEN, clock.instant(), 900L, "Reply", Set.of(), List.of()));
        write(rows -> archive.optOut(GROUP, "user3", rows));

        run(rows -> archive.moveTo(GROUP, GROUP - 1, rows));
        run(rows -> archive.moveTo(GROUP, GROUP - 1, rows));
        write(rows -> archive.store(GROUP - 1, message(900, ANN, "After"), rows));

        List<ChatMessage> now = archive.messages(GROUP - 1, MessageRange.ALL);
        assertThat(now).extracting(ChatMessage::text).containsExactly("Before", "Reply", "After");
        assertThat(now.get(1).replyTo()).isEqualTo(now.get(0).id()).isNegative();
        assertThat(archive.isOptedOut(GROUP - 1, "user3")).isTrue();
        assertThat(archive.consent(GROUP)).isEmpty();
    }

    @Test
    void remembersTheLastCatchupOfEachReader() {
        run(rows -> archive.recordCatchup(GROUP, 4, "user1", rows));
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        run(rows -> archive.recordCatchup(GROUP, 0, "user1", rows));

        assertThat(archive.lastCatchupAt(GROUP, 4, "user1")).contains(before);
        assertThat(archive.lastCatchupAt(GROUP, 0, "user1")).contains(clock.instant());
        assertThat(archive.lastCatchupAt(GROUP, 0, "user2")).isEmpty();
    }

    @Test
    void authorIdsMatchTelegramsExport() {
        assertThat(Author.id(77)).isEqualTo("user77");
        assertThat(Author.id(-1_001_234_567_890L)).isEqualTo("channel1234567890");
    }

    private void agree(int days) {
        run(rows -> archive.grantConsent(GROUP, new Consent("user9", clock.instant(), days), rows));
    }

    private ChatMessage message(long id, Author author, String text) {
        return new ChatMessage(id, 0, author, clock.instant(), null, text, Set.of(), List.of());
    }

    private ChatMessage wordless(long id, Author author, Media media) {
        return new ChatMessage(
                id, 0, author, clock.instant(), null, "", Set.of(), List.of(), 0, media);
    }

    private boolean keep(ChatMessage message) {
        return write(rows -> archive.store(GROUP, message, rows));
    }

    private void edit(ChatMessage message, Instant at) {
        run(rows -> archive.update(GROUP, message, at, rows));
    }

    private List<ChatMessage> all() {
        return archive.messages(GROUP, MessageRange.ALL);
    }

    private List<String> texts() {
        return texts(MessageRange.ALL);
    }

    private List<String> texts(MessageRange range) {
        return archive.messages(GROUP, range).stream().map(ChatMessage::text).toList();
    }

    private int rowsOf(String table) {
        return file.store()
                .read(
                        rows ->
                                rows.sql("select count(*) from " + table)
                                        .query(Integer.class)
                                        .single());
    }

    private <T> T write(Function<JdbcClient, T> statements) {
        return file.store().write(statements);
    }

    private void run(Consumer<JdbcClient> statements) {
        write(
                rows -> {
                    statements.accept(rows);
                    return true;
                });
    }
}
